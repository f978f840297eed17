package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/**
 * A score and what it was read from.
 *
 * @param evaluation the score, without outcomes
 * @param recordedFrom what was read when it was written, or null where nobody says
 */
public record Measurement(Evaluation evaluation, @Nullable String recordedFrom) {}
