package org.eyrie.server.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names by which the service may be called.
 *
 * <p>A page of another site can make that site's name lead to this machine (DNS rebinding); a browser then lets the page
 * read whatever the service answers. Only the Host header tells, since it holds the name. So a name must be one that the
 * service is known to have. An address passes whichever it is, because nobody can make an address lead elsewhere; and
 * the port is not looked at, because tunnels and the published ports of containers change it.
 */
final class AllowedHosts {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|\\[[0-9a-f:.]+(%[^\\]]*)?]");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final Set<String> configured = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    AllowedHosts(ListenSettings settings) {
        settings.allowedHosts().forEach(name -> configured.add(normal(name)));
        names.addAll(configured);
        names.add("localhost");
        names.add(normal(settings.host()));
    }

    /** Whether a Host header names this service. */
    boolean isHere(String host) {
        String name = normal(PORT.matcher(host).replaceFirst(""));
        return ADDRESS.matcher(name).matches() || names.contains(name);
    }

    /**
     * Whether a page is ours: one that came from where the request goes, or from a name that a person said is ours, since
     * a proxy may hand on another Host than the browser sent.
     *
     * @param origin such as {@code http://localhost:8080}, or {@code null} as a text
     * @param host the request's Host
     */
    boolean isOurPage(String origin, String host) {
        for (String scheme : List.of("http://", "https://")) {
            if (origin.startsWith(scheme)) {
                String authority = origin.substring(scheme.length());
                return authority.equals(host)
                        || configured.contains(normal(PORT.matcher(authority).replaceFirst("")));
            }
        }
        return false;
    }

    /** @throws IllegalArgumentException if the text is no name of a machine */
    static void checkName(String text) {
        String name = normal(text);
        if (!NAME.matcher(name).matches() && !ADDRESS.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A host is a name such as eyrie.example.com, without http:// and without a port, not \"" + text
                            + "\".");
        }
    }

    // Names are compared without case, and the dot that ends a full name changes nothing.
    private static String normal(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
