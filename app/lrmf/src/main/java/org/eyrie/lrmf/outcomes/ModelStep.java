package org.eyrie.lrmf.outcomes;

import java.util.function.IntConsumer;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.task.Progress;

/**
 * Solves for all model factors at once.
 *
 * <p>At once, because row by row crawls when kinship is strong.
 */
final class ModelStep {

    private final SkillField field;
    private final PaddedRank stride;
    private final int d;
    /** What outcomes say of every model's skills less those expected: {@code m' P m / 2 - h' m}, P d x d. */
    private final double[] precision;

    private final double[] shift;

    ModelStep(SkillField field, PaddedRank stride) {
        this.field = field;
        this.stride = stride;
        this.d = stride.rank();
        this.precision = new double[Math.multiplyExact(field.models(), d * d)];
        this.shift = new double[field.models() * d];
    }

    /**
     * Collects the quadratic that touches the loss of the models' outcomes at their present factors.
     *
     * @param expected factors before lineage and outcomes, n x d
     */
    void collect(CellPass pass, OutcomeTable table, Factors models, Factors columns, double[] expected) {
        pass.workers().run(field.models(), () -> collector(pass, table, models, columns, expected));
    }

    private IntConsumer collector(
            CellPass pass, OutcomeTable table, Factors models, Factors columns, double[] expected) {
        RowStatistics statistics = new RowStatistics(pass.kernel(), stride, pass.spread());
        return u -> {
            statistics.collect(table, u, models, columns);
            int block = u * d * d;
            int at = 0;
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++, at++) {
                    precision[block + j * d + k] = statistics.gram[at];
                    precision[block + k * d + j] = statistics.gram[at];
                }
            }
            for (int j = 0; j < d; j++) {
                double sum = statistics.linear[j] - statistics.gram[at + j];
                for (int k = 0; k < d; k++) {
                    sum -= precision[block + j * d + k] * expected[u * d + k];
                }
                shift[u * d + j] = sum;
            }
        };
    }

    /**
     * Replaces the models' factors by the minimiser of what was collected and what is known before.
     *
     * @param spread whether to add each factor's posterior covariance to its outer product
     * @return the posterior of the skills less those expected
     */
    FieldPosterior solve(Factors models, SkillPrior prior, boolean spread) {
        FieldPosterior posterior = field.solve(prior.strength(), this::addEvidence, spread);
        if (spread) {
            posterior.prepareCovariance(Progress.NONE);
        }
        double[] extended = new double[stride.extended()];
        extended[d] = 1;
        double[] block = new double[d * d];
        for (int u = 0; u < field.models(); u++) {
            for (int j = 0; j < d; j++) {
                extended[j] = posterior.mean()[u * d + j] + prior.expected()[u * d + j];
            }
            models.set(u, extended);
            if (spread) {
                posterior.covariance().read(u, u, block, 0);
                models.addCovariance(u, block, 0, d);
            }
        }
        return posterior;
    }

    private void addEvidence(int u, double[] toPrecision, int po, double[] toShift, int so) {
        for (int k = 0; k < d * d; k++) {
            toPrecision[po + k] += precision[u * d * d + k];
        }
        for (int j = 0; j < d; j++) {
            toShift[so + j] += shift[u * d + j];
        }
    }
}
