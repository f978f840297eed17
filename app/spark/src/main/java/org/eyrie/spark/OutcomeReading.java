package org.eyrie.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.eyrie.engine.fit.ChunkedOutcomes;
import org.eyrie.engine.fit.ItemFitting;
import org.eyrie.engine.fit.ItemNames;
import org.eyrie.lrmf.outcomes.OutcomeChunk;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import scala.Tuple2;

/** Makes chunks of outcomes, of benchmarks that enough models of the graph are known item by item on. */
final class OutcomeReading {

    /** Row of a model that the graph does not have; its outcomes are left out. */
    private static final int UNKNOWN = -1;

    private final JavaSparkContext spark;
    private final List<Model> graph;

    /** @param graph the models, in the order they are fitted in */
    OutcomeReading(JavaSparkContext spark, List<Model> graph) {
        this.spark = spark;
        this.graph = graph;
    }

    /**
     * Outcomes of one model on one benchmark.
     *
     * @param model row of the graph
     * @param outcomes a character an item: 1 correct, 0 wrong, - not seen
     */
    record Line(int model, String benchmark, String outcomes) implements Serializable {}

    /** @param rows model, benchmark, outcomes */
    ChunkedOutcomes read(Dataset<Row> rows) {
        HashMap<String, Integer> place = new HashMap<>();
        for (int row = 0; row < graph.size(); row++) {
            place.put(graph.get(row).id().value(), row);
        }
        Broadcast<HashMap<String, Integer>> places = spark.broadcast(place);
        JavaRDD<Line> lines = rows.javaRDD()
                .map(row -> new Line(
                        places.value().getOrDefault(row.getString(0), UNKNOWN), row.getString(1), row.getString(2)))
                .filter(line -> line.model() != UNKNOWN);
        ItemNames names = names(lines);
        Map<String, Integer> block = new TreeMap<>();
        for (int b = 0; b < names.benchmarks().size(); b++) {
            block.put(names.benchmarks().get(b).value(), b);
        }
        int[] start = names.starts();
        JavaRDD<Line> known = lines.filter(line -> {
            Integer b = block.get(line.benchmark());
            return b != null && line.outcomes().length() == start[b + 1] - start[b];
        });
        int[] models = known.map(Line::model).distinct().collect().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        List<ModelId> ids =
                Arrays.stream(models).mapToObj(row -> graph.get(row).id()).toList();
        JavaRDD<OutcomeChunk> chunks = chunks(known, models, start, block).persist(StorageLevel.MEMORY_AND_DISK());
        return new ChunkedOutcomes(names, ids, SparkChunks.of(spark, chunks, models.length, start[start.length - 1]));
    }

    private static ItemNames names(JavaRDD<Line> lines) {
        TreeMap<String, TreeMap<Integer, Long>> lengths = new TreeMap<>();
        lines.map(line -> new Tuple2<>(line.benchmark(), line.outcomes().length()))
                .countByValue()
                .forEach((key, count) -> lengths.computeIfAbsent(key._1(), fresh -> new TreeMap<>())
                        .put(key._2(), count));
        List<BenchmarkId> benchmarks = new ArrayList<>();
        List<Integer> items = new ArrayList<>();
        List<Integer> models = new ArrayList<>();
        lengths.forEach((benchmark, counts) -> {
            // others are of another version of the benchmark
            Map.Entry<Integer, Long> commonest = counts.entrySet().stream()
                    .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow();
            if (commonest.getValue() >= ItemFitting.FEWEST_MODELS) {
                benchmarks.add(new BenchmarkId(benchmark));
                items.add(commonest.getKey());
                models.add(Math.toIntExact(commonest.getValue()));
            }
        });
        return new ItemNames(benchmarks, items, models, List.of());
    }

    private JavaRDD<OutcomeChunk> chunks(JavaRDD<Line> lines, int[] models, int[] start, Map<String, Integer> block) {
        Broadcast<int[]> rows = spark.broadcast(models);
        int chunks = (models.length + OutcomeChunk.ROWS - 1) / OutcomeChunk.ROWS;
        return lines.mapToPair(
                        line -> new Tuple2<>(Arrays.binarySearch(rows.value(), line.model()) / OutcomeChunk.ROWS, line))
                .groupByKey(new ByChunk(chunks))
                .map(chunk -> chunk(chunk._1(), chunk._2(), rows.value(), start, block));
    }

    private static OutcomeChunk chunk(
            int number, Iterable<Line> lines, int[] models, int[] start, Map<String, Integer> block) {
        List<Line> sorted = new ArrayList<>();
        lines.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Line::model).thenComparing(Line::benchmark));
        int first = number * OutcomeChunk.ROWS;
        int cells = sorted.stream().mapToInt(line -> seen(line.outcomes())).sum();
        int[] row = new int[cells];
        int[] column = new int[cells];
        byte[] success = new byte[cells];
        int cell = 0;
        for (Line line : sorted) {
            int u = Arrays.binarySearch(models, line.model()) - first;
            int from = start[Objects.requireNonNull(block.get(line.benchmark()))];
            for (int i = 0; i < line.outcomes().length(); i++) {
                char outcome = line.outcomes().charAt(i);
                if (outcome != '-') {
                    row[cell] = u;
                    column[cell] = from + i;
                    success[cell++] = (byte) (outcome - '0');
                }
            }
        }
        int rows = Math.min(OutcomeChunk.ROWS, models.length - first);
        return new OutcomeChunk(first, OutcomeTable.of(rows, start[start.length - 1], row, column, success));
    }

    private static int seen(String outcomes) {
        return (int) IntStream.range(0, outcomes.length())
                .filter(i -> outcomes.charAt(i) != '-')
                .count();
    }

    /** Each chunk in the partition of its number. */
    private static final class ByChunk extends Partitioner {

        private static final long serialVersionUID = 1L;

        private final int chunks;

        ByChunk(int chunks) {
            this.chunks = chunks;
        }

        @Override
        public int numPartitions() {
            return chunks;
        }

        @Override
        public int getPartition(Object key) {
            return (Integer) key;
        }
    }
}
