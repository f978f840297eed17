package org.eyrie.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What answers depend on, at one moment: while it stays the same, so does every answer.
 *
 * @param latest the fit that ended last, nothing in its {@code shared}; null where there is none
 * @param dataVersion {@link FactStore#version()}
 */
public record GraphState(@Nullable Fit latest, long dataVersion) {

    /** The fit that ended last; empty where there is none. */
    public Optional<Fit> fit() {
        return Optional.ofNullable(latest);
    }
}
