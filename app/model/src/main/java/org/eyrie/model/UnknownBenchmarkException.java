package org.eyrie.model;

/** A benchmark is not in the store. */
public final class UnknownBenchmarkException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public UnknownBenchmarkException(BenchmarkId benchmark, java.util.Collection<BenchmarkId> known) {
        super(
                ErrorCode.UNKNOWN_BENCHMARK,
                "There is no benchmark \"" + benchmark + "\". "
                        + (known.isEmpty()
                                ? "None is known yet: import scores first."
                                : "Known: "
                                        + known.stream()
                                                .sorted()
                                                .limit(50)
                                                .map(BenchmarkId::value)
                                                .collect(java.util.stream.Collectors.joining(", "))
                                        + "."));
    }
}
