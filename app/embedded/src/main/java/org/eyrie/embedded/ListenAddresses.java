package org.eyrie.embedded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eyrie.model.StoreUnavailableException;

/** How a host and a port are written, and by which name this machine reaches what it listens on. */
final class ListenAddresses {

    private ListenAddresses() {}

    static String authority(String host, int port) {
        return bracketed(host) + ":" + port;
    }

    /** Where a program or a browser on this machine finds the listener; "every address" is no address to go to. */
    static String reachable(String host, int port) {
        return authority(resolve(host).isAnyLocalAddress() ? EmbeddedSettings.LOOPBACK : host, port);
    }

    static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    static InetAddress resolve(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StoreUnavailableException("No such address to listen on: " + host, e);
        }
    }
}
