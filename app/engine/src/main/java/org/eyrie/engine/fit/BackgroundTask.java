package org.eyrie.engine.fit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work that another thread does while this one goes on. */
final class BackgroundTask<T> {

    private final CompletableFuture<T> result;

    private BackgroundTask(CompletableFuture<T> result) {
        this.result = result;
    }

    static <T> BackgroundTask<T> start(Supplier<T> work) {
        return new BackgroundTask<>(CompletableFuture.supplyAsync(work));
    }

    /** What came of it, as soon as it is done; throws what it threw. */
    T get() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) { // out of memory, say, is not to be hidden in another one
                throw failure;
            }
            throw e;
        }
    }
}
