package org.eyrie.model;

import java.time.Instant;

/**
 * Where facts came from and when. Kept beside each fact that it created or changed; what a fact says of its own origin,
 * such as the evidence of an edge or the source of a score, stays with the fact.
 *
 * @param source what was read, such as a file, an address or a registry; never a secret
 * @param recordedAt when
 */
public record Provenance(String source, Instant recordedAt) {}
