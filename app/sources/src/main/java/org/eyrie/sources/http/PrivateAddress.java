package org.eyrie.sources.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of one's own machine or network from those of the public internet. */
final class PrivateAddress {

    private PrivateAddress() {}

    /** Whether it is loopback, link-local, site-local, unique local, shared (RFC 6598), multicast or unspecified. */
    static boolean is(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            return first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128);
        }
        return address instanceof Inet6Address && (first & 0xfe) == 0xfc;
    }
}
