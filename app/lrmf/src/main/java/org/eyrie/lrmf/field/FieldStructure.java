package org.eyrie.lrmf.field;

import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.eyrie.lrmf.linalg.BlockPattern;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.lrmf.linalg.SymbolicCholesky;

/**
 * A field's terms, analysed once: where the blocks of its factor are. {@link FieldSolver} solves it for changing
 * strengths and data. Analysis costs O(blocks of the factor), see {@link SymbolicCholesky}.
 *
 * <p>Its nodes from {@code inner} on are shared with other fields. They are eliminated after all others, or, as a
 * boundary, not at all.
 *
 * <p>A field whose factor would pass a {@link Bound} is cut: means are still exact, by conjugate gradients on the whole
 * field, while covariances are those of the cut one. Copies of nodes then stand right before {@code inner}, which
 * moves up by as many.
 */
public final class FieldStructure {

    final PenaltyTerms terms;
    final Cut cut;
    final int nodes;
    final int inner;
    final int d;
    final SymbolicCholesky symbolic;
    /** Start in the lower blocks of each pair (a, b), b before a, of each term's entries, term after term. */
    final int[] pairOffset;

    final boolean[] pairIsRow;
    private volatile int[] termOf = {};

    private FieldStructure(Cutting.Result planned, int nodes, int inner, int d) {
        this.cut = planned.cut();
        this.terms = cut.terms();
        this.nodes = nodes + cut.copies();
        this.inner = inner + cut.copies();
        this.d = d;
        this.symbolic = planned.symbolic();
        int pairs = 0;
        for (int f = 0; f < terms.count(); f++) {
            int width = terms.start[f + 1] - terms.start[f];
            pairs += width * (width - 1) / 2;
        }
        pairOffset = new int[pairs];
        pairIsRow = new boolean[pairs];
        locatePairs();
    }

    /** A field all of whose nodes are solved for; those from {@code inner} on are eliminated last. */
    public static FieldStructure whole(PenaltyTerms terms, int nodes, int inner, int d) {
        return whole(terms, nodes, inner, d, Bound.usual(nodes, d));
    }

    /** The same; a field that would pass the bound is cut. */
    public static FieldStructure whole(PenaltyTerms terms, int nodes, int inner, int d, Bound bound) {
        return new FieldStructure(Cutting.of(terms, nodes, inner, false, bound), nodes, inner, d);
    }

    /** A field whose nodes from {@code inner} on are a boundary. */
    public static FieldStructure bounded(PenaltyTerms terms, int nodes, int inner, int d) {
        return bounded(terms, nodes, inner, d, Bound.usual(nodes, d));
    }

    /** The same; a field that would pass the bound is cut. */
    public static FieldStructure bounded(PenaltyTerms terms, int nodes, int inner, int d, Bound bound) {
        return new FieldStructure(Cutting.of(terms, nodes, inner, true, bound), nodes, inner, d);
    }

    /**
     * A field all of whose nodes are solved for, some of which are joined by more than its terms: by what others have to
     * say about them. It is never cut.
     *
     * @param others what will be added to the posterior precision
     */
    public static FieldStructure joined(PenaltyTerms terms, int nodes, int d, List<SchurComplement> others) {
        BlockPattern.Builder pattern = terms.joined(nodes);
        others.forEach(other -> other.join(pattern));
        SymbolicCholesky symbolic = SymbolicCholesky.of(pattern.build());
        return new FieldStructure(new Cutting.Result(Cut.none(terms, nodes), symbolic), nodes, nodes, d);
    }

    /**
     * The same field in an order in which not much stands above some nodes.
     *
     * @param from these nodes begin there
     * @param to and end before that
     * @param few most neighbours of what is eliminated before all of them
     */
    public FieldStructure sparing(int from, int to, int few) {
        SymbolicCholesky order = SymbolicCholesky.sparing(terms.joined(nodes).build(), from, to, few);
        return new FieldStructure(new Cutting.Result(cut, order), nodes - cut.copies(), inner - cut.copies(), d);
    }

    private void locatePairs() {
        int pair = 0;
        for (int f = 0; f < terms.count(); f++) {
            for (int a = terms.start[f]; a < terms.start[f + 1]; a++) {
                for (int b = terms.start[f]; b < a; b++) {
                    pairOffset[pair] = symbolic.block(terms.node[a], terms.node[b]) * d * d;
                    pairIsRow[pair++] = symbolic.position(terms.node[a]) > symbolic.position(terms.node[b]);
                }
            }
        }
    }

    /** The term in which a node comes first. */
    int termOf(int node) {
        if (termOf.length == 0) {
            int[] found = new int[nodes];
            Arrays.fill(found, -1);
            for (int f = 0; f < terms.count(); f++) {
                found[terms.node[terms.start[f]]] = f;
            }
            termOf = found;
        }
        if (termOf[node] < 0) {
            throw new IllegalArgumentException("Node " + node + " has no term of its own");
        }
        return termOf[node];
    }

    /** Per entry d numbers: base − Σ_q θ_q ∘ pull_q. */
    double[] coefficients(Strengths strengths) {
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
    double assemble(BlockMatrix matrix, double[][] precision, double[] c) {
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
        PenaltyTerms all = cut.whole();
        for (int f = 0; f < all.count(); f++) {
            Arrays.fill(total, 0);
            for (int e = all.start[f]; e < all.start[f + 1]; e++) {
                for (int i = 0; i < d; i++) {
                    total[i] += c[e * d + i] * g[all.node[e] * d + i];
                }
            }
            double[] lambda = precision[all.classOf[f]];
            for (int e = all.start[f]; e < all.start[f + 1]; e++) {
                int node = all.node[e];
                if (node < free) {
                    continue;
                }
                for (int i = 0; i < d; i++) {
                    double value = all.weight[f] * c[e * d + i] * mean[node * d + i];
                    for (int j = 0; j < d; j++) {
                        result[node - free] -= total[j] * lambda[j * d + i] * value;
                    }
                }
            }
        }
    }

    /**
     * Refuses strengths of another shape.
     *
     * @throws IllegalArgumentException if classes, fixed effects or numbers a node are not this field's
     */
    void checkFits(Strengths strengths) {
        if (strengths.d() != d || strengths.classes() != terms.classes || strengths.drift().length < terms.drifts * d) {
            throw new IllegalArgumentException("Strengths of " + strengths.classes() + " classes and " + strengths.d()
                    + " numbers a node do not fit a field of " + terms.classes + " and " + d);
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
    public PenaltyTerms terms() {
        return terms;
    }

    /** Numbers a node d. */
    public int blockSize() {
        return d;
    }

    /** Number of nodes, copies and the boundary included. */
    public int nodes() {
        return nodes;
    }

    /** Number of the first node that is eliminated last, or of the boundary's first. */
    public int inner() {
        return inner;
    }

    /** How many entries of terms were cut because the field is too large; where there are none, all is exact. */
    public int cuts() {
        return cut.copies();
    }
}
