package org.eyrie.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A benchmark is not in the store. */
public final class UnknownBenchmarkException extends EyrieException {

    private static final long serialVersionUID = 1L;

    private final transient List<BenchmarkId> near;

    public UnknownBenchmarkException(BenchmarkId benchmark, Collection<BenchmarkId> known) {
        this(benchmark, known, Nearest.of(benchmark.value(), known, BenchmarkId::value));
    }

    private UnknownBenchmarkException(BenchmarkId benchmark, Collection<BenchmarkId> known, List<BenchmarkId> near) {
        super(
                ErrorCode.UNKNOWN_BENCHMARK,
                "There is no benchmark \"" + benchmark + "\". " + didYouMean(near)
                        + (known.isEmpty()
                                ? "None is known yet: import scores first."
                                : "Known: "
                                        + known.stream()
                                                .sorted()
                                                .limit(50)
                                                .map(BenchmarkId::value)
                                                .collect(Collectors.joining(", "))
                                        + "."));
        this.near = near;
    }

    /** The same without all that are known, for many in one answer. */
    public static String inShort(BenchmarkId benchmark, Collection<BenchmarkId> known) {
        String advice = Nearest.question(benchmark.value(), known, BenchmarkId::value);
        return ("There is no benchmark \"" + benchmark + "\". " + advice).strip();
    }

    @Override
    public List<String> suggestions() {
        return near.stream().map(BenchmarkId::value).toList();
    }
}
