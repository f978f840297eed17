package org.eyrie.server.rest;

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

    /** Known by its addresses and as localhost. */
    public static ListenSettings of(String host, int port) {
        return new ListenSettings(host, port, List.of());
    }
}
