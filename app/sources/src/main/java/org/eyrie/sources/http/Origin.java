package org.eyrie.sources.http;

import java.net.URI;
import java.util.Locale;

/**
 * A server as the web tells them apart.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port the one in the address, else the scheme's own
 */
record Origin(String scheme, String host, int port) {

    /** @throws IllegalArgumentException if the address is no absolute one of HTTP, or holds a user's name */
    static Origin of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("An address begins with http:// or https:// and a host, not with "
                    + (scheme.isEmpty() ? "no scheme" : scheme));
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The address of " + host + " must not hold a user name or password: set them in the environment");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, host.toLowerCase(Locale.ROOT), port);
    }

    @Override
    public String toString() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
