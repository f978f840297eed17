package org.eyrie.model.job;

import org.jspecify.annotations.Nullable;

/**
 * Where requests with keys are kept, for a day. Every method may throw
 * {@link org.eyrie.model.StoreUnavailableException}.
 */
public interface RequestStore {

    /**
     * Claims a key for a request, unless there is one that has it.
     *
     * @param gone an owner that will not answer any more, whose place is taken; null for none
     * @return the request that has the key now
     */
    KeyedRequest claim(KeyedRequest request, @Nullable String gone);

    /** Keeps what came of a request, if it still is its owner's. */
    void answer(KeyedRequest request, String answer);

    /** Frees the key of a request of which nothing came, if it still is its owner's. */
    void release(KeyedRequest request);
}
