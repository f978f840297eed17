package org.eyrie.sources.leaderboard;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.benchmarks.SetupClaims;
import org.eyrie.sources.csv.CsvRow;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * Benchmarks and how their tasks are run, one a row. All but {@code benchmark} may be blank, but for the metric where a task
 * is named.
 */
final class BenchmarkTable {

    private static final List<String> REQUIRED = List.of("benchmark");
    private static final List<String> OPTIONAL =
            List.of("items", "task", "metric", "filter", "harness", "task_version", "n_shot", "chat_template");

    private BenchmarkTable() {}

    static void read(Input input, FactSink sink, long base, long total) throws IOException {
        SetupClaims claims = new SetupClaims();
        new CsvTable(input, REQUIRED, OPTIONAL).forEach(sink, base, total, row -> {
            Benchmark benchmark = benchmark(row);
            String fault = benchmark == null ? null : claims.fault(row.place(), benchmark);
            if (fault != null) {
                row.fault(fault);
            } else if (benchmark != null) {
                sink.benchmark(row.place(), benchmark);
            }
        });
    }

    private static @Nullable Benchmark benchmark(CsvRow row) {
        var id = row.benchmark("benchmark");
        Integer items = row.integer("items");
        Integer nShot = row.integer("n_shot");
        Boolean chatTemplate = row.flag("chat_template");
        if (id == null) {
            return null;
        }
        return row.make(() -> new Benchmark(
                id,
                items,
                new EvaluationSetup(
                        row.text("task"),
                        row.text("metric"),
                        row.text("filter"),
                        row.text("harness"),
                        row.text("task_version"),
                        nShot,
                        chatTemplate)));
    }
}
