package org.eyrie.sources.lmeval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;

/** Runs of chosen items by their names: those of one model on one benchmark are one run of the items of all. */
final class PartialEvaluations {

    private record Cell(ModelId model, BenchmarkId benchmark) {}

    private record Run(Place place, Benchmark benchmark, Evaluation last, Map<String, Character> items) {}

    private final Map<Cell, Run> runs = new LinkedHashMap<>();
    private final FactSink sink;

    PartialEvaluations(FactSink sink) {
        this.sink = sink;
    }

    /** Adds a run, the outcomes of which have names. */
    void add(Place place, Benchmark benchmark, Evaluation evaluation) {
        Cell cell = new Cell(evaluation.model(), evaluation.benchmark());
        Run before = runs.get(cell);
        Map<String, Character> items = before == null ? new TreeMap<>() : before.items();
        Outcomes outcomes = Objects.requireNonNull(evaluation.outcomes());
        List<String> names = Objects.requireNonNull(outcomes.names());
        for (int item = 0; item < names.size(); item++) {
            Character known =
                    items.putIfAbsent(names.get(item), outcomes.value().charAt(item));
            if (known != null && known != outcomes.value().charAt(item)) {
                sink.reject(
                        place,
                        "The item " + names.get(item) + " of " + cell.benchmark() + " stands twice with different"
                                + " outcomes: keep one of the runs");
            }
        }
        runs.put(
                cell,
                new Run(place, before == null ? benchmark : benchmark.orElse(before.benchmark()), evaluation, items));
    }

    /** Hands over what was gathered. */
    void flush() {
        runs.values().forEach(run -> {
            StringBuilder values = new StringBuilder(run.items().size());
            run.items().values().forEach(values::append);
            Outcomes outcomes =
                    new Outcomes(values.toString(), new ArrayList<>(run.items().keySet()));
            Evaluation last = run.last();
            boolean alone = Objects.requireNonNull(last.outcomes()).items() == outcomes.items();
            sink.benchmark(run.place(), run.benchmark());
            sink.evaluation(
                    run.place(),
                    new Evaluation(
                            last.model(),
                            last.benchmark(),
                            outcomes.share(),
                            outcomes.seen(),
                            alone ? last.stderr() : null,
                            outcomes,
                            last.source(),
                            last.measuredAt()));
        });
    }
}
