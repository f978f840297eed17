package org.eyrie.server.rest;

import org.eyrie.server.access.Access;
import org.eyrie.server.stores.Session;
import org.eyrie.server.tracing.Spans;

/**
 * How the service stands to those who use it.
 *
 * @param listen where it listens
 * @param access whom it lets in
 * @param spans who hears how long it takes; closed with the service
 */
public record ServiceSettings(ListenSettings listen, Access access, Spans spans) {

    /** Lets in who has a token that was given out here, and anybody until there is one; nobody hears. */
    static ServiceSettings of(Session session, ListenSettings listen) {
        return new ServiceSettings(listen, new Access(session.access(), null), Spans.NONE);
    }
}
