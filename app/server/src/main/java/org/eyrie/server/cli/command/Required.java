package org.eyrie.server.cli.command;

import org.jspecify.annotations.Nullable;

/** Options that the parser has made sure of, and other things that cannot be missing. */
public final class Required {

    private Required() {}

    public static <T> T of(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A required option was not set by the parser");
        }
        return value;
    }
}
