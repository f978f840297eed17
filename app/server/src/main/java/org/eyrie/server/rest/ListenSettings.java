package org.eyrie.server.rest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where the service listens, and by which names it may be called.
 *
 * @param host address or name to listen on, such as 127.0.0.1, or 0.0.0.0 for every address of the machine
 * @param port 0 for any that is free
 * @param allowedHosts names beside localhost that it has, such as that of a proxy in front of it, without ports
 */
public record ListenSettings(String host, int port, List<String> allowedHosts) {

    public ListenSettings {
        allowedHosts = List.copyOf(allowedHosts);
        allowedHosts.forEach(AllowedHosts::checkName);
    }

    /** Whether nobody but this machine reaches it. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // it cannot listen there either, and says so
        }
    }

    /** Known by its addresses and as localhost. */
    public static ListenSettings of(String host, int port) {
        return new ListenSettings(host, port, List.of());
    }
}
