package org.eyrie.sources.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.EvaluationSetup;
import org.jspecify.annotations.Nullable;

/**
 * The one place that names benchmarks after their setup, such as
 * {@code gsm8k (exact_match,strict-match, v3, 5-shot, chat template)}.
 *
 * <p>What makes scores incomparable is part of the name, so that two setups never share a column; what is unknown is
 * left out of it. The filter {@code none} and a run without chat template are the ordinary case and left out too.
 */
public final class BenchmarkNames {

    private static final String NO_FILTER = "none";

    private BenchmarkNames() {}

    /**
     * The benchmark of a setup, whose number of items is not known.
     *
     * @throws IllegalArgumentException if the setup names no task, or one that cannot be a name
     */
    public static Benchmark benchmark(EvaluationSetup setup, @Nullable Integer items) {
        EvaluationSetup written = withShortVersion(setup);
        return new Benchmark(id(written), items, written);
    }

    /** The name of a setup's benchmark; as {@link #benchmark} in all else. */
    public static BenchmarkId id(EvaluationSetup given) {
        EvaluationSetup setup = canonical(given);
        if (setup.task() == null) {
            throw new IllegalArgumentException("A benchmark needs the name of its task");
        }
        List<String> parts = new ArrayList<>();
        String figure = Stream.of(setup.metric(), setup.filter())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        if (!figure.isEmpty()) {
            parts.add(figure);
        }
        if (setup.taskVersion() != null) {
            parts.add("v" + setup.taskVersion());
        }
        if (setup.nShot() != null) {
            parts.add(setup.nShot() + "-shot");
        }
        if (Boolean.TRUE.equals(setup.chatTemplate())) {
            parts.add("chat template");
        }
        String task = setup.task();
        return new BenchmarkId(parts.isEmpty() ? task : task + " (" + String.join(", ", parts) + ")");
    }

    /** A setup without what goes unsaid in names: the filter that changes nothing, and what makes 3.0 of version 3. */
    public static EvaluationSetup canonical(EvaluationSetup setup) {
        EvaluationSetup written = withShortVersion(setup);
        return NO_FILTER.equals(written.filter()) ? written.withFilter(null) : written;
    }

    // The harness writes version 3 as 3, 3.0 or "3".
    private static EvaluationSetup withShortVersion(EvaluationSetup setup) {
        String version = setup.taskVersion();
        return version == null || !version.endsWith(".0")
                ? setup
                : setup.withTaskVersion(version.substring(0, version.length() - 2));
    }
}
