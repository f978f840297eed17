package org.eyrie.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.eyrie.lrmf.outcomes.ChunkState;
import org.eyrie.lrmf.outcomes.ChunkTask;
import org.eyrie.lrmf.outcomes.ColumnStatistics;
import org.eyrie.lrmf.outcomes.OutcomeChunk;
import org.eyrie.lrmf.outcomes.OutcomeChunks;
import scala.Tuple2;

/**
 * Chunks of models on executors, a partition each. What a chunk's state is follows from what was told, step by step, so
 * that a lost executor's states are made again by the others, to the same bits: Spark knows how, and what was told is kept
 * until nobody asks any more.
 */
final class SparkChunks implements OutcomeChunks {

    /** What driver and network take at once; more is added up on executors, some columns each. */
    private static final long MOST_COLLECTED = 256L << 20;

    /** What a chunk says of a column at the usual rank, 12. */
    private static final long BYTES = 104 * Double.BYTES;

    private final JavaSparkContext spark;
    private final JavaRDD<OutcomeChunk> chunks;
    private final JavaRDD<ChunkState> states;
    private final int models;
    private final int columns;
    private final boolean changed;
    private final long mostCollected;

    private SparkChunks(
            JavaSparkContext spark,
            JavaRDD<OutcomeChunk> chunks,
            JavaRDD<ChunkState> states,
            int models,
            int columns,
            boolean changed,
            long mostCollected) {
        this.spark = spark;
        this.chunks = chunks;
        this.states = states;
        this.models = models;
        this.columns = columns;
        this.changed = changed;
        this.mostCollected = mostCollected;
    }

    /**
     * Of chunks as they were read.
     *
     * @param chunks the n-th partition holds the n-th of them and no other
     */
    static SparkChunks of(JavaSparkContext spark, JavaRDD<OutcomeChunk> chunks, int models, int columns) {
        return of(spark, chunks, models, columns, MOST_COLLECTED);
    }

    /** @param mostCollected bytes that the driver adds up itself */
    static SparkChunks of(
            JavaSparkContext spark, JavaRDD<OutcomeChunk> chunks, int models, int columns, long mostCollected) {
        JavaRDD<ChunkState> none = chunks.map(chunk -> ChunkState.NONE);
        return new SparkChunks(spark, chunks, none, models, columns, false, mostCollected);
    }

    @Override
    public int models() {
        return models;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public <B extends Serializable> OutcomeChunks changed(B told, ChunkTask<B, ChunkState> task) {
        // never destroyed: whoever makes a lost state again must read it
        JavaRDD<ChunkState> next = each(spark.broadcast(told), task).persist(StorageLevel.MEMORY_AND_DISK());
        return new SparkChunks(spark, chunks, next, models, columns, true, mostCollected);
    }

    @Override
    public <B extends Serializable, R extends Serializable> List<R> collected(B told, ChunkTask<B, R> task) {
        Broadcast<B> heard = spark.broadcast(told);
        List<R> found = each(heard, task).collect(); // in the order of partitions
        heard.destroy();
        return found;
    }

    @Override
    public <B extends Serializable> ColumnStatistics summed(B told, ChunkTask<B, ColumnStatistics> task) {
        Broadcast<B> heard = spark.broadcast(told);
        JavaRDD<ColumnStatistics> parts = each(heard, task);
        ColumnStatistics sum = parts.getNumPartitions() * BYTES * columns < mostCollected
                ? added(parts.map(ColumnStatistics::toBytes).collect())
                : shuffled(parts);
        heard.destroy();
        return sum;
    }

    private static ColumnStatistics added(List<byte[]> parts) {
        return parts.stream()
                .map(ColumnStatistics::fromBytes)
                .reduce(ColumnStatistics::plus)
                .orElseThrow();
    }

    /** Every executor adds up some columns of all chunks, in the order of the chunks. */
    private ColumnStatistics shuffled(JavaRDD<ColumnStatistics> parts) {
        int blocks = Math.min(columns, Math.max(1, spark.defaultParallelism()));
        int width = (columns + blocks - 1) / blocks;
        List<Tuple2<Integer, byte[]>> sums = parts.mapPartitionsWithIndex(
                        (chunk, statistics) -> {
                            ColumnStatistics whole = statistics.next();
                            return IntStream.range(0, (whole.columns() + width - 1) / width)
                                    .mapToObj(
                                            block -> new Tuple2<>(block, new Tuple2<>(chunk, cut(whole, block, width))))
                                    .iterator();
                        },
                        true)
                .mapToPair(pair -> pair)
                .groupByKey(blocks)
                .mapValues(SparkChunks::inOrder)
                .collect();
        List<Tuple2<Integer, byte[]>> sorted = new ArrayList<>(sums);
        sorted.sort(Comparator.comparing(Tuple2::_1));
        return ColumnStatistics.together(
                sorted.stream().map(sum -> ColumnStatistics.fromBytes(sum._2())).toList());
    }

    private static byte[] cut(ColumnStatistics whole, int block, int width) {
        return whole.range(block * width, Math.min(whole.columns(), (block + 1) * width))
                .toBytes();
    }

    private static byte[] inOrder(Iterable<Tuple2<Integer, byte[]>> parts) {
        List<Tuple2<Integer, byte[]>> sorted = new ArrayList<>();
        parts.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Tuple2::_1));
        return added(sorted.stream().map(Tuple2::_2).toList()).toBytes();
    }

    private <B extends Serializable, R> JavaRDD<R> each(Broadcast<B> told, ChunkTask<B, R> task) {
        return chunks.zip(states).map(both -> task.of(told.value(), both._1(), both._2()));
    }

    @Override
    public void close() {
        if (changed) {
            states.unpersist(false);
        }
    }
}
