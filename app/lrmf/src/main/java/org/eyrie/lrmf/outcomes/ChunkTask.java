package org.eyrie.lrmf.outcomes;

import java.io.Serializable;

/**
 * What is done with a chunk where it lies. It may be done again, where a machine was lost, and must then find the same; so
 * it must change nothing that it was given.
 *
 * @param <B> what all chunks are told
 * @param <R> what comes of it
 */
@FunctionalInterface
public interface ChunkTask<B extends Serializable, R> extends Serializable {

    /** Does it. */
    R of(B told, OutcomeChunk chunk, ChunkState state);
}
