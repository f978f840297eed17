package org.eyrie.sources.benchmarks;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Stores;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** A database whose imports pass through a map. */
final class Mapped {

    static final ModelId MODEL = new ModelId("acme/mix-7b");

    final Stores stores = MemoryStores.empty();
    private final BenchmarkMap map;

    Mapped(BenchmarkMap map) {
        this.map = map;
    }

    ImportReport load(Source source) {
        return load(source, ImportOptions.DEFAULT);
    }

    ImportReport load(Source source, ImportOptions options) {
        return new Importer(
                        stores.facts(),
                        stores.lineage(),
                        stores.scores(),
                        stores.recipes(),
                        InstantSource.system(),
                        given -> map.reading(given, stores.scores().benchmarks()))
                .run(source, options, Progress.NONE);
    }

    /** What is known of a model, by benchmark. */
    Map<String, Double> scores() {
        Map<String, Double> scores = new TreeMap<>();
        stores.scores().all().forEach(score -> scores.put(score.benchmark().value(), score.score()));
        return scores;
    }

    Evaluation score(String benchmark) {
        return stores.scores().all().stream()
                .filter(score -> score.benchmark().equals(new BenchmarkId(benchmark)))
                .findFirst()
                .orElseThrow();
    }

    /** A model's outcomes on a benchmark, a character an item. */
    String outcomes(String benchmark) {
        return stores.scores().outcomes(new BenchmarkId(benchmark)).stream()
                .flatMap(score -> Stream.ofNullable(score.outcomes()))
                .map(Outcomes::value)
                .findFirst()
                .orElse("");
    }

    Benchmark benchmark(String id) {
        return stores.scores().benchmarks().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a source reports. */
    record Figure(
            EvaluationSetup setup,
            double score,
            @Nullable Integer items,
            @Nullable String source,
            @Nullable Outcomes outcomes) {

        Figure(EvaluationSetup setup, double score, @Nullable Integer items, @Nullable String source) {
            this(setup, score, items, source, null);
        }

        /** With what became of its items. */
        Figure outcomes(String value, String... names) {
            return new Figure(setup, score, value.length(), source, new Outcomes(value, List.of(names)));
        }

        /** As the harness reports a task. */
        static Figure of(String task, String metric, @Nullable Integer shots, double score) {
            return new Figure(
                    new EvaluationSetup(task, metric, "none", "lm-evaluation-harness", "1", shots, false),
                    score,
                    null,
                    "lm-evaluation-harness 0.4.9");
        }

        Figure items(int count) {
            return new Figure(setup, score, count, source);
        }

        Figure from(String where) {
            return new Figure(setup, score, items, where);
        }

        Figure with(EvaluationSetup other) {
            return new Figure(other, score, items, source);
        }
    }

    /** As a card reports it: nothing but what is given is known. */
    static Figure card(@Nullable String task, @Nullable String metric, @Nullable Integer shots, double score) {
        return new Figure(new EvaluationSetup(task, metric, null, null, null, shots, null), score, null, "card");
    }

    static Source source(List<Figure> figures) {
        return new Source() {
            @Override
            public String name() {
                return "figures";
            }

            @Override
            public void read(FactSink sink) {
                int line = 0;
                for (Figure figure : figures) {
                    Place place = new Place("figures", ++line);
                    BenchmarkId id = BenchmarkNames.id(figure.setup());
                    sink.benchmark(place, BenchmarkNames.benchmark(figure.setup(), figure.items()));
                    sink.evaluation(
                            place,
                            new Evaluation(
                                    MODEL,
                                    id,
                                    figure.score(),
                                    figure.items(),
                                    null,
                                    figure.outcomes(),
                                    figure.source(),
                                    null));
                }
            }
        };
    }
}
