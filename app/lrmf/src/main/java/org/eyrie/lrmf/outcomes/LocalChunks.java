package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** Chunks in this process. */
public final class LocalChunks implements OutcomeChunks {

    private final OutcomeChunk[] chunk;
    private final List<ChunkState> state;

    private LocalChunks(OutcomeChunk[] chunk, List<ChunkState> state) {
        this.chunk = chunk;
        this.state = state;
    }

    /** Of a table's models. */
    public static LocalChunks of(OutcomeTable table) {
        OutcomeChunk[] chunks = OutcomeChunk.of(table);
        return new LocalChunks(
                chunks,
                IntStream.range(0, chunks.length).mapToObj(c -> ChunkState.NONE).toList());
    }

    @Override
    public int models() {
        return IntStream.range(0, chunk.length).map(c -> chunk[c].models()).sum();
    }

    @Override
    public int columns() {
        return chunk[0].table().columns();
    }

    @Override
    public <B extends Serializable> OutcomeChunks changed(B told, ChunkTask<B, ChunkState> task) {
        return new LocalChunks(chunk, each(told, task));
    }

    @Override
    public <B extends Serializable, R extends Serializable> List<R> collected(B told, ChunkTask<B, R> task) {
        return each(told, task);
    }

    @Override
    public <B extends Serializable> ColumnStatistics summed(B told, ChunkTask<B, ColumnStatistics> task) {
        return each(told, task).stream().reduce(ColumnStatistics::plus).orElseThrow();
    }

    private <B extends Serializable, R> List<R> each(B told, ChunkTask<B, R> task) {
        return IntStream.range(0, chunk.length)
                .parallel()
                .mapToObj(c -> task.of(told, chunk[c], state.get(c)))
                .toList();
    }

    @Override
    public void close() {
        // the collector of garbage does it
    }
}
