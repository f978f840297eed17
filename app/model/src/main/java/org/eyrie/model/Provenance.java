package org.eyrie.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where facts came from and when. Kept beside each fact that it created or changed; what a fact says of its own origin,
 * such as the evidence of an edge or the source of a score, stays with the fact.
 *
 * @param source what was read, such as a file, an address or a registry; never a secret
 * @param recordedAt when
 * @param run what all writes of one import have in common, so that it can be taken back; null for writes that are of none
 */
public record Provenance(
        String source, Instant recordedAt, @Nullable UUID run) {

    /** Where facts came from that belong to no import. */
    public Provenance(String source, Instant recordedAt) {
        this(source, recordedAt, null);
    }
}
