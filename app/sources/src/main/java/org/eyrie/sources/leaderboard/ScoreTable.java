package org.eyrie.sources.leaderboard;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.csv.CsvRow;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * Scores, one a row. A benchmark has as many items as the row with the most of them says: a run on fewer was
 * a partial one.
 */
final class ScoreTable {

    private static final List<String> REQUIRED = List.of("model", "benchmark", "score");
    private static final List<String> OPTIONAL = List.of("items", "stderr", "source", "measured_at");

    private ScoreTable() {}

    /**
     * Reads scores.
     *
     * @param known what an earlier reading returned, so that benchmarks come before their scores; empty at first
     * @return items of every benchmark
     */
    static Map<BenchmarkId, Integer> read(
            Input input, ScoreColumns columns, FactSink sink, long base, long total, Map<BenchmarkId, Integer> known)
            throws IOException {
        declare(known, input, sink);
        Map<BenchmarkId, Integer> items = new TreeMap<>();
        Unmeasured unmeasured = new Unmeasured();
        CsvTable table = new CsvTable(input, REQUIRED, OPTIONAL).advising(ScoreColumns::advice);
        table.forEach(sink, base, total, row -> {
            Evaluation evaluation = evaluation(row, columns.percentages(), unmeasured);
            if (evaluation != null) {
                sink.evaluation(row.place(), evaluation);
                if (evaluation.items() != null) {
                    items.merge(evaluation.benchmark(), evaluation.items(), Math::max);
                }
            }
        });
        unmeasured.note(sink);
        if (!items.equals(known)) {
            declare(items, input, sink);
        }
        return items;
    }

    private static void declare(Map<BenchmarkId, Integer> items, Input input, FactSink sink) {
        items.forEach((benchmark, count) ->
                sink.benchmark(Place.of(input.name()), new Benchmark(benchmark, count, EvaluationSetup.UNKNOWN)));
    }

    private static @Nullable Evaluation evaluation(CsvRow row, boolean percentages, Unmeasured unmeasured) {
        var model = row.model("model");
        var benchmark = row.benchmark("benchmark");
        if (row.isUnmeasured("score")) {
            unmeasured.add(row.place());
            return null;
        }
        Double score = row.share("score", percentages);
        Integer items = row.integer("items");
        if (items != null && items < 1) {
            row.fault("items must be at least 1, or blank where unknown, not " + items);
        }
        Double stderr = row.number("stderr");
        Instant measuredAt = row.instant("measured_at");
        if (model == null || benchmark == null || score == null) {
            return null;
        }
        return row.make(
                () -> new Evaluation(model, benchmark, score, items, stderr, null, row.text("source"), measuredAt));
    }
}
