package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/**
 * How a merge was made, word for word. There is at most one per model: a second one replaces the first.
 *
 * @param model the model that was made
 * @param method such as {@code dare_ties}
 * @param text the configuration as it was found, 1 to {@value #MAX_LENGTH} characters
 * @param weightRule how the weights of the derivations were read from it, in words
 * @param source where it is known from, or null
 */
public record Recipe(
        ModelId model,
        String method,
        String text,
        String weightRule,
        @Nullable String source) {

    /** The longest text that is accepted, in characters. */
    public static final int MAX_LENGTH = 1_000_000;

    public Recipe {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A recipe has 1 to " + MAX_LENGTH + " characters, not " + text.length() + ": " + model);
        }
    }
}
