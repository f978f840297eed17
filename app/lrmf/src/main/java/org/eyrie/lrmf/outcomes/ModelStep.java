package org.eyrie.lrmf.outcomes;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.SelectedInverse;

/**
 * Solves for all model factors at once.
 *
 * <p>At once, because row by row crawls when kinship is strong.
 */
final class ModelStep {

    private final LineageTerms terms;
    private final PaddedRank stride;
    private final LineageSystem system;

    ModelStep(LineageTerms terms, PaddedRank stride) {
        this.terms = terms;
        this.stride = stride;
        this.system = new LineageSystem(terms, stride.rank());
    }

    /**
     * Replaces the models' factors by the minimiser of the quadratic that touches the objective at the present ones.
     *
     * @param strength one per group of residuals
     * @param expected factors before lineage and outcomes, n x d
     * @param spread whether to add each factor's posterior covariance to its outer product
     * @return the posterior covariances, where asked for; empty also where the system is not positive definite
     */
    Optional<SelectedInverse> solve(
            OutcomeTable table,
            Factors models,
            Factors columns,
            double[] strength,
            double[] expected,
            boolean spread,
            Workers workers,
            Kernel kernel) {
        system.clear();
        workers.run(terms.nodes, () -> collector(table, models, columns, spread, kernel));
        system.addTerms(strength, expected);
        BlockCholesky factor = system.solve();
        double[] extended = new double[stride.extended()];
        extended[stride.rank()] = 1;
        for (int u = 0; u < terms.nodes; u++) {
            System.arraycopy(system.right, u * stride.rank(), extended, 0, stride.rank());
            models.set(u, extended);
        }
        if (!spread) {
            return Optional.empty();
        }
        SelectedInverse covariance = SelectedInverse.of(factor);
        double[] block = new double[stride.rank() * stride.rank()];
        for (int u = 0; u < terms.nodes; u++) {
            covariance.read(u, u, block, 0);
            models.addCovariance(u, block, 0, stride.rank());
        }
        return Optional.of(covariance);
    }

    private IntConsumer collector(OutcomeTable table, Factors models, Factors columns, boolean spread, Kernel kernel) {
        RowStatistics statistics = new RowStatistics(kernel, stride, spread);
        int d = stride.rank();
        double[] diagonal = system.matrix.diagonal();
        return u -> {
            statistics.collect(table, u, models, columns);
            int block = system.matrix.diagonalOffset(u);
            int at = 0;
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++, at++) {
                    diagonal[block + j * d + k] = statistics.gram[at];
                    diagonal[block + k * d + j] = statistics.gram[at];
                }
            }
            for (int j = 0; j < d; j++) {
                system.right[u * d + j] = statistics.linear[j] - statistics.gram[at + j];
            }
        };
    }

    /**
     * Strengths under which the residuals are as large as they are expected to be, given the posterior: the maximum of
     * the marginal likelihood's lower bound.
     *
     * @param founders whether to learn that of founders too: needed where covariates explain a part of them
     */
    double[] strengths(
            Factors models, SelectedInverse covariance, double[] expected, double[] before, boolean founders) {
        int d = stride.rank();
        double[] square = new double[terms.groups];
        int[] count = new int[terms.groups];
        double[] residual = new double[d];
        double[] block = new double[d * d];
        for (int t = 0; t < terms.size(); t++) {
            terms.residual(t, expected, d, residual);
            double variance = 0;
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int j = 0; j < d; j++) {
                    residual[j] -= terms.coefficient[a] * models.get(terms.node[a], j);
                }
                for (int b = terms.start[t]; b <= a; b++) {
                    if (a != b && system.isCut(a, b)) {
                        continue;
                    }
                    covariance.read(terms.node[a], terms.node[b], block, 0);
                    double twice = a == b ? 1 : 2;
                    for (int j = 0; j < d; j++) {
                        variance += twice * terms.coefficient[a] * terms.coefficient[b] * block[j * (d + 1)];
                    }
                }
            }
            for (double each : residual) {
                variance += each * each;
            }
            square[terms.group[t]] += variance;
            count[terms.group[t]]++;
        }
        double[] after = before.clone();
        for (int g = founders ? 0 : 1; g < terms.groups; g++) {
            // one pseudo-residual of the old strength keeps a group of few finite
            after[g] = (count[g] + 1) * d / (square[g] + d / before[g]);
        }
        return after;
    }
}
