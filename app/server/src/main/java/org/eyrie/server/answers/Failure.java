package org.eyrie.server.answers;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What another thread ran into, as it would have been thrown here. */
final class Failure {

    private Failure() {}

    static RuntimeException of(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException expected ? expected : new CompletionException(cause);
    }
}
