package org.eyrie.sources.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.jspecify.annotations.Nullable;

/**
 * Ids by the setup that was declared for them. A setup finds its id where task, metric, filter, version, number of shots
 * and chat template are the same, unstated being the same as unstated; the filter that changes nothing and no chat template
 * are the ordinary case and may go unsaid. A setup without a metric finds nothing.
 */
final class DeclaredSetups {

    /** What makes setups the same, but for their harness. */
    record Key(
            String task,
            String metric,
            @Nullable String filter,
            @Nullable String version,
            @Nullable Integer shots,
            boolean chatTemplate) {}

    private final Map<Key, Benchmark> byKey = new HashMap<>();

    /** @param every whether ids that were made from their setup count too */
    static DeclaredSetups of(List<Benchmark> benchmarks, boolean every) {
        DeclaredSetups declared = new DeclaredSetups();
        for (Benchmark benchmark : benchmarks) {
            if (every || !isNamedAfterItsSetup(benchmark)) {
                declared.add(benchmark);
            }
        }
        return declared;
    }

    /** Whether its id is what {@link BenchmarkNames} makes of its setup, so that no person chose it. */
    static boolean isNamedAfterItsSetup(Benchmark benchmark) {
        return benchmark.setup().task() != null
                && BenchmarkNames.id(benchmark.setup()).equals(benchmark.id());
    }

    void add(Benchmark benchmark) {
        Key key = key(benchmark.setup());
        if (key != null) {
            byKey.putIfAbsent(key, benchmark);
        }
    }

    /** The benchmark that was declared for a setup; null where there is none. */
    @Nullable
    Benchmark find(EvaluationSetup setup) {
        Key key = key(setup);
        Benchmark found = key == null ? null : byKey.get(key);
        return found != null && harnessesAgree(found.setup(), setup) ? found : null;
    }

    /** Whether both may be of one harness: one that says none is of any. */
    static boolean harnessesAgree(EvaluationSetup one, EvaluationSetup other) {
        String harness = one.harness();
        return harness == null || other.harness() == null || harness.equals(other.harness());
    }

    /** Null where it finds nothing. */
    static @Nullable Key key(EvaluationSetup given) {
        if (given.task() == null || given.metric() == null) {
            return null;
        }
        EvaluationSetup setup = BenchmarkNames.canonical(given);
        return new Key(
                Spelling.key(given.task()),
                Spelling.key(given.metric()),
                setup.filter(),
                setup.taskVersion(),
                setup.nShot(),
                Boolean.TRUE.equals(setup.chatTemplate()));
    }
}
