package org.eyrie.lrmf.field;

import java.util.Arrays;
import java.util.Optional;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.eyrie.lrmf.linalg.BlockPattern;
import org.eyrie.lrmf.linalg.SymbolicCholesky;
import org.jspecify.annotations.Nullable;

/**
 * A field's terms, analysed once, to be solved for changing strengths and data.
 *
 * <p>Its nodes from {@code inner} on are shared with other fields. They are eliminated after all others, or, as a
 * boundary, not at all.
 */
public final class FieldSystem {

    final Terms terms;
    final int nodes;
    final int d;
    final SymbolicCholesky symbolic;
    /** Start in the lower blocks of each pair (a, b), b before a, of each term's entries, term after term. */
    final int[] pairOffset;

    final boolean[] pairIsRow;

    private FieldSystem(Terms terms, int nodes, int d, int inner, boolean boundary) {
        this.terms = terms;
        this.nodes = nodes;
        this.d = d;
        BlockPattern.Builder pattern = new BlockPattern.Builder(nodes);
        int pairs = 0;
        for (int f = 0; f < terms.count(); f++) {
            for (int a = terms.start[f]; a < terms.start[f + 1]; a++) {
                for (int b = terms.start[f]; b < a; b++) {
                    pattern.join(terms.node[a], terms.node[b]);
                    pairs++;
                }
            }
        }
        symbolic = SymbolicCholesky.of(pattern.build(), inner, boundary ? inner : nodes);
        pairOffset = new int[pairs];
        pairIsRow = new boolean[pairs];
        locatePairs(new BlockMatrix(symbolic, d));
    }

    /** A field all of whose nodes are solved for; those from {@code inner} on are eliminated last. */
    public static FieldSystem whole(Terms terms, int nodes, int inner, int d) {
        return new FieldSystem(terms, nodes, d, inner, false);
    }

    /** A field whose nodes from {@code inner} on are a boundary. */
    public static FieldSystem bounded(Terms terms, int nodes, int inner, int d) {
        return new FieldSystem(terms, nodes, d, inner, true);
    }

    private void locatePairs(BlockMatrix layout) {
        int pair = 0;
        for (int f = 0; f < terms.count(); f++) {
            for (int a = terms.start[f]; a < terms.start[f + 1]; a++) {
                for (int b = terms.start[f]; b < a; b++) {
                    pairOffset[pair] = layout.lowerOffset(terms.node[a], terms.node[b]);
                    pairIsRow[pair++] = layout.isRow(terms.node[a], terms.node[b]);
                }
            }
        }
    }

    /**
     * Posterior under given strengths.
     *
     * @param boundary of the nodes from {@code inner} on; null for a whole field
     * @return empty where the field is not positive definite, that is where some node hangs on nothing
     */
    public Optional<FieldPosterior> solve(Strengths strengths, Evidence evidence, @Nullable Boundary boundary) {
        return solve(strengths, evidence, boundary, null);
    }

    /**
     * Posterior of a whole field under given strengths with the drifts at their best, which the posterior's strengths
     * then hold.
     *
     * @param driftPrecision prior precision of each drift, d x d, one after the other
     */
    public Optional<FieldPosterior> solveWithDrifts(Strengths strengths, Evidence evidence, double[] driftPrecision) {
        return solve(strengths, evidence, null, driftPrecision);
    }

    private Optional<FieldPosterior> solve(
            Strengths strengths, Evidence evidence, @Nullable Boundary boundary, double @Nullable [] driftPrecision) {
        if (strengths.d() != d || strengths.classes() != terms.classes || strengths.drift().length < terms.drifts * d) {
            throw new IllegalArgumentException("Strengths of " + strengths.classes() + " classes and " + strengths.d()
                    + " numbers a node do not fit a field of " + terms.classes + " and " + d);
        }
        double[] coefficients = coefficients(strengths);
        double[][] precisions = new double[terms.classes][];
        for (int k = 0; k < terms.classes; k++) {
            precisions[k] = Spd.inverse(strengths.covariance()[k], d);
        }
        BlockMatrix matrix = new BlockMatrix(symbolic, d);
        double priorLogDeterminant = assemble(matrix, precisions, coefficients);
        double[] shift = new double[nodes * d];
        for (int node = 0; node < symbolic.free(); node++) {
            evidence.addTo(node, matrix.diagonal(), matrix.diagonalOffset(node), shift, node * d);
        }
        DriftTerms drifts = new DriftTerms(terms, d, coefficients, precisions);
        return BlockCholesky.factor(matrix).map(factor -> {
            Strengths settled = strengths;
            if (driftPrecision != null && terms.drifts > 0) {
                double[] mean = shift.clone();
                factor.solve(mean);
                DriftSystem system = new DriftSystem(this, factor, drifts, precisions, driftPrecision);
                settled = strengths.withDrift(system.solve(mean, strengths.drift()));
            }
            drifts.addShift(shift, settled.drift());
            double[] x = shift.clone();
            if (boundary != null) {
                System.arraycopy(boundary.mean(), 0, x, symbolic.free() * d, boundary.mean().length);
            }
            factor.solve(x);
            return new FieldPosterior(
                    this, factor, x, shift, coefficients, precisions, priorLogDeterminant, boundary, settled);
        });
    }

    /** Per entry d numbers: base − Σ_q θ_q ∘ pull_q. */
    private double[] coefficients(Strengths strengths) {
        double[] coefficients = new double[terms.node.length * d];
        for (int f = 0; f < terms.count(); f++) {
            double[] theta = strengths.pull()[terms.classOf[f]];
            for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                for (int i = 0; i < d; i++) {
                    double c = terms.base[e];
                    for (int q = 0; q < terms.pulls; q++) {
                        c -= theta[q * d + i] * terms.pull[q][e];
                    }
                    coefficients[e * d + i] = c;
                }
            }
        }
        return coefficients;
    }

    /** Adds every term's precision; returns the sum of the terms' log-determinants. */
    private double assemble(BlockMatrix matrix, double[][] precision, double[] c) {
        double[] logDeterminant = new double[terms.classes];
        for (int k = 0; k < terms.classes; k++) {
            logDeterminant[k] = Spd.logDeterminant(precision[k], d);
        }
        double sum = 0;
        int pair = 0;
        for (int f = 0; f < terms.count(); f++) {
            double[] lambda = precision[terms.classOf[f]];
            double weight = terms.weight[f];
            sum += logDeterminant[terms.classOf[f]] + d * Math.log(weight);
            for (int a = terms.start[f]; a < terms.start[f + 1]; a++) {
                int own = matrix.diagonalOffset(terms.node[a]);
                addScaled(matrix.diagonal(), own, lambda, weight, c, a * d, a * d);
                for (int b = terms.start[f]; b < a; b++) {
                    int row = (pairIsRow[pair] ? a : b) * d;
                    int column = (pairIsRow[pair] ? b : a) * d;
                    addScaled(matrix.lower(), pairOffset[pair++], lambda, weight, c, row, column);
                }
            }
        }
        return sum;
    }

    private void addScaled(double[] to, int offset, double[] lambda, double weight, double[] c, int row, int column) {
        for (int i = 0; i < d; i++) {
            double scale = weight * c[row + i];
            for (int j = 0; j < d; j++) {
                to[offset + i * d + j] += scale * lambda[i * d + j] * c[column + j];
            }
        }
    }

    /** Adds, per boundary node b, − gᵀ Q_fb m_b for an influence g that is zero on the boundary. */
    void addBoundaryContributions(double[] g, double[] mean, double[] c, double[][] precision, double[] result) {
        int free = symbolic.free();
        double[] total = new double[d];
        for (int f = 0; f < terms.count(); f++) {
            Arrays.fill(total, 0);
            for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                for (int i = 0; i < d; i++) {
                    total[i] += c[e * d + i] * g[terms.node[e] * d + i];
                }
            }
            double[] lambda = precision[terms.classOf[f]];
            for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                int node = terms.node[e];
                if (node < free) {
                    continue;
                }
                for (int i = 0; i < d; i++) {
                    double value = terms.weight[f] * c[e * d + i] * mean[node * d + i];
                    for (int j = 0; j < d; j++) {
                        result[node - free] -= total[j] * lambda[j * d + i] * value;
                    }
                }
            }
        }
    }

    /** Inverse of a d x d covariance. */
    public static double[] precisionOf(double[] covariance, int d) {
        return Spd.inverse(covariance, d);
    }

    /** Where the blocks are. */
    public SymbolicCholesky symbolic() {
        return symbolic;
    }

    /** The terms. */
    public Terms terms() {
        return terms;
    }

    /** Number of nodes, the boundary included. */
    public int nodes() {
        return nodes;
    }
}
