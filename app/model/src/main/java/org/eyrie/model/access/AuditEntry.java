package org.eyrie.model.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did over the network and that changed, or may change, what is known.
 *
 * @param at when it was answered
 * @param who name of the token; {@link #ANYBODY} where none was needed
 * @param what method and path of the request
 * @param importNumber of the import it made or took back, null where there is none
 */
public record AuditEntry(
        Instant at, String who, String what, @Nullable Long importNumber) {

    /** Who acts where no token is needed. */
    public static final String ANYBODY = "anybody";
}
