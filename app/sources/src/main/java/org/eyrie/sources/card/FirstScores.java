package org.eyrie.sources.card;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eyrie.model.BenchmarkId;
import org.eyrie.sources.spi.Finding;

/**
 * Lets scores of one model through, each benchmark's first one: people report the same benchmark twice, from two runs,
 * and that must not keep the model out.
 */
final class FirstScores implements Function<Finding, Optional<Finding>> {

    private final Map<BenchmarkId, Double> seen = new HashMap<>();

    @Override
    public Optional<Finding> apply(Finding finding) {
        if (finding instanceof Finding.OfBenchmark benchmark) {
            return seen.containsKey(benchmark.benchmark().id()) ? Optional.empty() : Optional.of(finding);
        }
        if (finding instanceof Finding.OfEvaluation score) {
            BenchmarkId benchmark = score.evaluation().benchmark();
            Double before = seen.putIfAbsent(benchmark, score.evaluation().score());
            if (before == null) {
                return Optional.of(finding);
            }
            return before == score.evaluation().score()
                    ? Optional.empty()
                    : Optional.of(new Finding.Noted(
                            score.place(),
                            benchmark + " stands twice, as " + before + " and as "
                                    + score.evaluation().score() + ": the first one counts"));
        }
        return Optional.of(finding);
    }
}
