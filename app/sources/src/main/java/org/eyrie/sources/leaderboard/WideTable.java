package org.eyrie.sources.leaderboard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.sources.csv.CsvRow;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/** Scores with a row for each model and a column for each benchmark; only columns that a person named are read. */
final class WideTable {

    private static final String MODEL = "model";

    private WideTable() {}

    static void read(Input input, ScoreColumns columns, FactSink sink, long base, long total) throws IOException {
        for (String column : columns.benchmarks()) {
            sink.benchmark(Place.of(input.name()), Benchmark.stub(new BenchmarkId(column)));
        }
        Unmeasured unmeasured = new Unmeasured();
        List<String> required = new ArrayList<>(columns.benchmarks());
        required.add(0, MODEL);
        new CsvTable(input, required, List.of()).forEach(sink, base, total, row -> {
            ModelId model = row.model(MODEL);
            for (String column : columns.benchmarks()) {
                score(row, model, column, columns.percentages(), unmeasured, sink);
            }
        });
        unmeasured.note(sink);
    }

    private static void score(
            CsvRow row,
            @Nullable ModelId model,
            String column,
            boolean percentages,
            Unmeasured unmeasured,
            FactSink sink) {
        if (row.isUnmeasured(column)) {
            unmeasured.add(row.place());
            return;
        }
        Double share = row.share(column, percentages);
        if (model != null && share != null && !row.isFaulty()) {
            sink.evaluation(
                    row.place(), new Evaluation(model, new BenchmarkId(column), share, null, null, null, null, null));
        }
    }
}
