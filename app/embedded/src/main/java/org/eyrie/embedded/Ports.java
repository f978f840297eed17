package org.eyrie.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.eyrie.model.StoreUnavailableException;

/** The two ports the database is going to listen on. */
record Ports(int bolt, int http) {

    /**
     * Both are held until both are known, so that they differ.
     *
     * @param usualFirst whether to take the usual ports where they are free and none was asked for
     * @throws StoreUnavailableException if a port that was asked for is taken
     */
    static Ports choose(EmbeddedSettings settings, boolean usualFirst) {
        InetAddress address = ListenAddresses.resolve(settings.host());
        try (ServerSocket bolt =
                        bind("Bolt", address, settings.boltPort(), usualFirst ? EmbeddedSettings.USUAL_BOLT_PORT : 0);
                ServerSocket http = bind(
                        "Neo4j Browser",
                        address,
                        settings.httpPort(),
                        usualFirst ? EmbeddedSettings.USUAL_HTTP_PORT : 0)) {
            return new Ports(bolt.getLocalPort(), http.getLocalPort());
        } catch (IOException e) {
            throw new StoreUnavailableException("No free port on " + settings.host() + ": " + e, e);
        }
    }

    private static ServerSocket bind(String use, InetAddress address, int asked, int usual) throws IOException {
        if (asked != EmbeddedSettings.FREE_PORT) {
            try {
                return new ServerSocket(asked, 1, address);
            } catch (IOException e) {
                throw new StoreUnavailableException(
                        "Port " + asked + " of " + address.getHostAddress() + " can't be had for " + use + ": "
                                + e.getMessage() + ". Choose another, or none: then a free one is taken.",
                        e);
            }
        }
        try {
            return new ServerSocket(usual, 1, address);
        } catch (IOException e) {
            return new ServerSocket(0, 1, address);
        }
    }
}
