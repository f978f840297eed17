package org.eyrie.sources.huggingface;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eyrie.model.BenchmarkId;
import org.eyrie.sources.spi.Finding;

/**
 * Lets scores of one model through, each benchmark's first one: people report the same benchmark twice, from two runs,
 * and that must not keep the model out. What else a card says of the model is known from the Hub already.
 */
final class FirstScores implements Function<Finding, Optional<Finding>> {

    private final Set<BenchmarkId> seen = new HashSet<>();

    @Override
    public Optional<Finding> apply(Finding finding) {
        if (finding instanceof Finding.OfModel) {
            return Optional.empty();
        }
        if (finding instanceof Finding.OfBenchmark benchmark) {
            return seen.contains(benchmark.benchmark().id()) ? Optional.empty() : Optional.of(finding);
        }
        if (finding instanceof Finding.OfEvaluation score) {
            BenchmarkId benchmark = score.evaluation().benchmark();
            return Optional.of(
                    seen.add(benchmark)
                            ? finding
                            : new Finding.Noted(score.place(), benchmark + " stands twice, the first one counts"));
        }
        return Optional.of(finding);
    }
}
