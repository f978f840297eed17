package org.eyrie.lrmf.field;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.HalfSolutions;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Posterior of a field: the mean of every node and the covariance of any two that the factor's pattern joins. */
public final class FieldPosterior {

    /** A covariance of more nodes than that, 10 MB of six numbers each, is not laid out for one question. */
    private static final int LARGE_BOUNDARY = 256;

    /** Numbers of covariances, 128 MB, that are worked out again rather than kept beside those of another posterior. */
    private static final int LARGE_COVARIANCE = 16 << 20;

    private final WholeField whole;
    private final double[] mean;
    private final double logEvidence;
    private final @Nullable Boundary boundary;
    private final Strengths strengths;
    private @Nullable SelectedInverse covariance;
    private @Nullable SelectedInverse covarianceGivenBoundary;
    private final @Nullable HalfSolutions few;

    /**
     * Of a field that was solved.
     *
     * @param mean d numbers per node
     * @param boundary what was given as the posterior of its boundary; null where it has none
     */
    FieldPosterior(
            WholeField whole, double[] mean, double logEvidence, @Nullable Boundary boundary, Strengths strengths) {
        this(whole, mean, logEvidence, boundary, strengths, null, null);
    }

    private FieldPosterior(
            WholeField whole,
            double[] mean,
            double logEvidence,
            @Nullable Boundary boundary,
            Strengths strengths,
            @Nullable SelectedInverse covariance,
            @Nullable HalfSolutions few) {
        this.whole = whole;
        this.mean = mean;
        this.logEvidence = logEvidence;
        this.boundary = boundary;
        this.strengths = strengths;
        this.covariance = covariance;
        this.few = few;
    }

    /**
     * The same for a question about a few of its free nodes, whose covariances are {@linkplain HalfSolutions solved for} one by
     * one; this itself where the boundary is large.
     */
    public FieldPosterior askedOfFew() {
        int edge = whole.system.nodes - whole.system.symbolic.free();
        return edge > LARGE_BOUNDARY
                ? this
                : new FieldPosterior(
                        whole,
                        mean,
                        logEvidence,
                        boundary,
                        strengths,
                        covariance,
                        new HalfSolutions(whole.factor, outside()));
    }

    /** Whether the covariance of two free nodes is at hand. */
    public boolean joins(int i, int j) {
        return few != null || covariance().holds(i, j);
    }

    /**
     * The covariance of two free nodes that it {@linkplain #joins joins}: d x d numbers with i as row, into {@code block}; of one asked of few
     * it is that of {@link #covariance} but for rounding.
     */
    public void covariance(int i, int j, double[] block) {
        if (few != null) {
            few.read(i, j, block, 0);
        } else {
            covariance().read(i, j, block, 0);
        }
    }

    /** Means, d numbers per node; not to be changed. */
    public double[] mean() {
        return mean;
    }

    /** Covariances, each computed when it is read first. */
    public synchronized SelectedInverse covariance() {
        if (covariance == null) {
            covariance = SelectedInverse.asRead(whole.factor, outside());
        }
        return covariance;
    }

    private SelectedInverse.BoundaryCovariance outside() {
        return boundary == null ? (i, j, block, offset) -> {} : boundary.covariance();
    }

    /**
     * Computes what questions about every node need; nothing where it is asked of few.
     *
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public void prepare(Progress progress) {
        if (few == null) {
            prepareCovariance(progress);
        }
    }

    /**
     * Computes all covariances that are not there yet, by all processors: quicker than one by one where most are needed.
     *
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public SelectedInverse prepareCovariance(Progress progress) {
        SelectedInverse all = covariance();
        all.complete(progress);
        return all;
    }

    /**
     * All covariances in the place of the factor: of this posterior, which has no boundary, nothing but its means may be asked afterwards.
     *
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public SelectedInverse covarianceInPlace(Progress progress) {
        return SelectedInverse.replacing(whole.factor, progress);
    }

    /**
     * Makes room: of a large field the covariances are forgotten, which takes as much memory as its factor does, and worked out anew for
     * who reads them after this.
     */
    public synchronized void makeRoom() {
        if ((long) whole.factor.blocks() * whole.system.d * whole.system.d > LARGE_COVARIANCE) {
            covariance = null;
            covarianceGivenBoundary = null;
        }
    }

    /**
     * Covariances as if the boundary's values were certain, each computed when it is read first; those of
     * {@link #covariance} where there is none.
     */
    public synchronized SelectedInverse covarianceGivenBoundary() {
        if (covarianceGivenBoundary == null) {
            int block = whole.system.d * whole.system.d;
            covarianceGivenBoundary = SelectedInverse.asRead(
                    whole.factor, (i, j, to, offset) -> Arrays.fill(to, offset, offset + block, 0));
        }
        return covarianceGivenBoundary;
    }

    /**
     * How the mean of {@code direction} · m_node depends on every free node's shift: the solution of Q g = direction at
     * the node, d numbers per node. Zero on a boundary.
     */
    public double[] influence(int node, double[] direction) {
        double[] g = new double[mean.length];
        System.arraycopy(direction, 0, g, node * whole.system.d, whole.system.d);
        whole.solve(g);
        return g;
    }

    /**
     * Covariance of {@code direction} · m_node with every free node, d numbers per node, what is not certain of the
     * boundary in it; of two nodes that the pattern joins it is that of {@link #covariance}.
     *
     * @param spread multiplies by the boundary's covariance, d numbers per boundary node; not asked where there is none
     */
    public double[] covarianceWith(int node, double[] direction, UnaryOperator<double[]> spread) {
        int d = whole.system.d;
        double[] x = new double[mean.length];
        System.arraycopy(direction, 0, x, node * d, d);
        if (boundary != null) {
            int first = whole.system.symbolic.free() * d;
            double[] pull = x.clone();
            whole.factor.reduce(pull);
            double[] values = spread.apply(Arrays.copyOfRange(pull, first, pull.length));
            System.arraycopy(values, 0, x, first, values.length);
        }
        whole.factor.solve(x);
        return x;
    }

    /** What each boundary node's value adds to a mean of that influence: − gᵀ Q_fb m_b. Empty without boundary. */
    public double[] boundaryContributions(double[] influence) {
        int free = whole.system.symbolic.free();
        double[] result = new double[whole.system.nodes - free];
        if (boundary == null) {
            return new double[0];
        }
        whole.system.addBoundaryContributions(influence, mean, whole.coefficients, whole.precisions, result);
        return result;
    }

    /** What each drift adds to a mean of that influence. */
    public double[] driftContributions(double[] influence) {
        return drifts().contributions(influence, strengths.drift());
    }

    private FixedEffectProducts drifts() {
        return new FixedEffectProducts(whole.system.cut.whole(), whole.system.d, whole.coefficients, whole.precisions);
    }

    /** What it was given as the posterior of its boundary; null where it has none. */
    @Nullable
    Boundary boundary() {
        return boundary;
    }

    /** The strengths it was solved for. */
    public Strengths strengths() {
        return strengths;
    }

    /** The same with the means of a field that was cut improved. */
    FieldPosterior refined(double tolerance, Progress progress) {
        double[] x = mean.clone();
        whole.refine(x, null, strengths, tolerance, progress);
        return new FieldPosterior(whole, x, logEvidence, boundary, strengths, covariance, null);
    }

    /** What it was solved with. */
    WholeField whole() {
        return whole;
    }

    /** The factor of the posterior precision. */
    public BlockCholesky factor() {
        return whole.factor;
    }

    /** The field this is the posterior of. */
    public FieldStructure system() {
        return whole.system;
    }

    /** Coefficients of the terms' entries under the strengths, d per entry. */
    public double[] coefficients() {
        return whole.coefficients;
    }

    /**
     * Log-evidence of the data up to what the data's own noise contributes: ½ (Σ log|Λ_f| − log|Q| + hᵀ Q⁻¹ h − Σ oᵀ Λ o),
     * where Q is the posterior precision, h the shift by data and drifts and o a term's drift. Valid where every node has one term of its own, whose
     * coefficient for it is one; then the prior's determinant is the product of the terms'. Of a field that was cut, the
     * evidence of the cut one.
     */
    public double logEvidence() {
        return logEvidence;
    }
}
