package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import java.util.List;

/**
 * Models in chunks, wherever they lie: in this process ({@link LocalChunks}) or on many machines. Every chunk has a state,
 * and neither changes: other states are other chunks, so to speak, of the same outcomes.
 */
public interface OutcomeChunks extends AutoCloseable {

    /** Number of models. */
    int models();

    /** Number of columns of their outcomes. */
    int columns();

    /** The same models with the states that a task makes of theirs. */
    <B extends Serializable> OutcomeChunks changed(B told, ChunkTask<B, ChunkState> task);

    /** What a task makes of every chunk, in the order of the chunks. */
    <B extends Serializable, R extends Serializable> List<R> collected(B told, ChunkTask<B, R> task);

    /** The sum of what a task makes of every chunk, added in the order of the chunks. */
    <B extends Serializable> ColumnStatistics summed(B told, ChunkTask<B, ColumnStatistics> task);

    /** These states will not be asked for any more. Of the chunks that states were never changed of, nothing happens. */
    @Override
    void close();
}
