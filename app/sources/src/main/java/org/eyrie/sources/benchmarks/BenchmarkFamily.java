package org.eyrie.sources.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.EvaluationSetup;
import org.jspecify.annotations.Nullable;

/**
 * A task that people report without saying how they ran it: every spelling of it under what they do say is one benchmark,
 * which is named after that and {@value SetupPattern#UNSTATED}.
 *
 * @param task how it is called here
 * @param names its spellings, in the form of {@link Spelling#key}
 * @param metrics spellings of each of its metrics by what that is called here; where there is one, it goes without saying
 */
record BenchmarkFamily(String task, Set<String> names, Map<String, Set<String>> metrics) {

    BenchmarkFamily {
        names = Set.copyOf(names);
        metrics = new LinkedHashMap<>(metrics);
    }

    /** The benchmark of a setup; null where it says more than a family can hold, or names a metric of another kind. */
    @Nullable
    Benchmark benchmark(EvaluationSetup setup, @Nullable Integer shots, @Nullable Integer items) {
        if (setup.harness() != null || setup.filter() != null || setup.taskVersion() != null) {
            return null;
        }
        String metric = setup.metric() == null ? null : metric(Spelling.key(setup.metric()));
        if (setup.metric() != null && metric == null) {
            return null;
        }
        String said = metrics.size() == 1 ? null : metric;
        List<String> parts = new ArrayList<>();
        if (said != null) {
            parts.add(said);
        }
        if (shots != null) {
            parts.add(shots + "-shot");
        }
        if (Boolean.TRUE.equals(setup.chatTemplate())) {
            parts.add("chat template");
        }
        parts.add(shots != null ? "rest unstated" : SetupPattern.UNSTATED);
        return new Benchmark(
                new BenchmarkId(task + " (" + String.join(", ", parts) + ")"),
                items,
                new EvaluationSetup(task, said, null, null, null, shots, setup.chatTemplate()));
    }

    private @Nullable String metric(String key) {
        return metrics.entrySet().stream()
                .filter(entry -> entry.getValue().contains(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
