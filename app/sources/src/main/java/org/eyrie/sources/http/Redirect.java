package org.eyrie.sources.http;

import java.net.URI;
import java.util.Optional;
import org.eyrie.model.RegistryUnavailableException;

/** Where an answer sends its reader, and whether the reader may go there. */
final class Redirect {

    private Redirect() {}

    /** The address an answer redirects to; empty where it does not, and for requests that only their author repeats. */
    static Optional<URI> target(Call call, Reply reply) {
        boolean redirects =
                switch (reply.status()) {
                    case 301, 302, 307, 308 -> true;
                    default -> false;
                };
        if (!redirects || !call.method().equals("GET")) {
            return Optional.empty();
        }
        return reply.header("Location").map(location -> parsed(call, location));
    }

    /**
     * The target, if it may be visited.
     *
     * @throws RegistryUnavailableException if it is on a server that nobody configured, or gives up encryption
     */
    static URI checked(Call call, URI target, Reach reach) {
        boolean plain = Origin.of(call.uri()).scheme().equals("https")
                && !Origin.of(target).scheme().equals("https");
        if (!reach.contains(target) || plain) {
            throw new RegistryUnavailableException(
                    call + " redirects to " + Origin.of(target) + ", which is refused: "
                            + (plain ? "it is not encrypted" : "that server is not configured"),
                    null);
        }
        reach.check(target);
        return target;
    }

    private static URI parsed(Call call, String location) {
        try {
            URI target = call.uri().resolve(location);
            Origin.of(target);
            return target;
        } catch (IllegalArgumentException e) {
            throw new RegistryUnavailableException(call + " redirects to something that is no address", e);
        }
    }
}
