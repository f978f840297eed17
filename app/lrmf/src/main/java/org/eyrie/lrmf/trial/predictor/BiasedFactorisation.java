package org.eyrie.lrmf.trial.predictor;

import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.task.Progress;

/**
 * Least squares with biases in logits: a cell is a mean, what its model adds, what its column adds, and the product of
 * two factors each, all drawn to zero by a ridge. So tables of many benchmarks and few models are completed by BenchPress
 * (arXiv 2606.24020), after whose description this is written. It knows no lineage and no traits.
 *
 * @param rank number of factors
 * @param seed seed of the first factors and of the error estimates
 */
record BiasedFactorisation(int rank, long seed) implements Predictor {

    @Override
    public String name() {
        return "biased factorisation";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        return HiddenErrors.fitted(
                training,
                seed,
                (problem, part) -> new BiasedFactors(problem, rank, new SplittableRandom(seed)),
                progress);
    }
}
