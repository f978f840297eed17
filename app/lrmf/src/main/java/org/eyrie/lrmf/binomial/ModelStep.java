package org.eyrie.lrmf.binomial;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.eyrie.lrmf.linalg.BlockPattern;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.linalg.SymbolicCholesky;

/**
 * Solves for all model factors at once.
 *
 * <p>At once, because row by row crawls when kinship is strong. The sparsity pattern never changes between sweeps, so
 * order and symbolic analysis are done once.
 */
final class ModelStep {

    private final LineageTerms terms;
    private final Stride stride;
    private final BlockMatrix matrix;
    private final double[] right;
    private final int[] pairOffset;

    ModelStep(LineageTerms terms, Stride stride) {
        this.terms = terms;
        this.stride = stride;
        BlockPattern.Builder pattern = new BlockPattern.Builder(terms.nodes);
        int pairs = 0;
        for (int t = 0; t < terms.size(); t++) {
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int b = terms.start[t]; b < a; b++) {
                    pattern.join(terms.node[a], terms.node[b]);
                    pairs++;
                }
            }
        }
        matrix = new BlockMatrix(SymbolicCholesky.of(pattern.build()), stride.rank());
        right = new double[terms.nodes * stride.rank()];
        pairOffset = new int[pairs];
        int pair = 0;
        for (int t = 0; t < terms.size(); t++) {
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int b = terms.start[t]; b < a; b++) {
                    pairOffset[pair++] = matrix.lowerOffset(terms.node[a], terms.node[b]);
                }
            }
        }
    }

    /**
     * Replaces the models' factors by the minimiser of the quadratic that touches the objective at the present ones.
     *
     * @param strength one per group of residuals
     * @param spread whether to add each factor's posterior covariance to its outer product
     * @return the posterior covariances, where asked for; empty also where the system is not positive definite
     */
    Optional<SelectedInverse> solve(
            OutcomeTable table,
            Factors models,
            Factors columns,
            double[] strength,
            boolean spread,
            Workers workers,
            Kernel kernel) {
        matrix.clear();
        workers.run(terms.nodes, () -> collector(table, models, columns, spread, kernel));
        addTerms(strength);
        BlockCholesky factor = BlockCholesky.factor(matrix)
                .orElseThrow(() -> new ArithmeticException("The model step is not positive definite"));
        factor.solve(right);
        double[] extended = new double[stride.extended()];
        extended[stride.rank()] = 1;
        for (int u = 0; u < terms.nodes; u++) {
            System.arraycopy(right, u * stride.rank(), extended, 0, stride.rank());
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
        double[] diagonal = matrix.diagonal();
        return u -> {
            statistics.collect(table, u, models, columns);
            int block = matrix.diagonalOffset(u);
            int at = 0;
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++, at++) {
                    diagonal[block + j * d + k] = statistics.gram[at];
                    diagonal[block + k * d + j] = statistics.gram[at];
                }
            }
            for (int j = 0; j < d; j++) {
                right[u * d + j] = statistics.linear[j] - statistics.gram[at + j];
            }
        };
    }

    private void addTerms(double[] strength) {
        int pair = 0;
        for (int t = 0; t < terms.size(); t++) {
            double scale = strength[terms.group[t]];
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                double ca = terms.coefficient[a] * scale;
                addToDiagonal(matrix.diagonal(), matrix.diagonalOffset(terms.node[a]), ca * terms.coefficient[a]);
                for (int b = terms.start[t]; b < a; b++) {
                    addToDiagonal(matrix.lower(), pairOffset[pair++], ca * terms.coefficient[b]);
                }
            }
        }
    }

    private void addToDiagonal(double[] block, int offset, double value) {
        for (int j = 0; j < stride.rank(); j++) {
            block[offset + j * (stride.rank() + 1)] += value;
        }
    }

    /**
     * Strengths under which the residuals are as large as they are expected to be, given the posterior: the maximum of
     * the marginal likelihood's lower bound.
     */
    double[] strengths(Factors models, SelectedInverse covariance, double[] before) {
        int d = stride.rank();
        double[] square = new double[terms.groups];
        int[] count = new int[terms.groups];
        double[] residual = new double[d];
        double[] block = new double[d * d];
        for (int t = 0; t < terms.size(); t++) {
            Arrays.fill(residual, 0);
            double variance = 0;
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int j = 0; j < d; j++) {
                    residual[j] += terms.coefficient[a] * models.get(terms.node[a], j);
                }
                for (int b = terms.start[t]; b <= a; b++) {
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
        for (int g = 1; g < terms.groups; g++) {
            // one pseudo-residual of the old strength keeps a group of few finite
            after[g] = (count[g] + 1) * d / (square[g] + d / before[g]);
        }
        return after;
    }
}
