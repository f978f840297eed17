package org.eyrie.lrmf.field;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Solves fields: assembles the posterior precision, factorises it, and finds the means. O(block products of the factor)
 * for the factor, O(its blocks) for each solution.
 */
public final class FieldSolver {

    /** Error left in the means of a field that was cut, relative to them, in the energy norm. */
    private static final double EXACT = 1e-8;

    /** The same while strengths are learned. */
    private static final double LEARNING = 1e-4;

    /** The same where nothing but a first idea of them is needed. */
    private static final double ROUGH = 1e-2;

    private final FieldStructure structure;
    private final Progress progress;
    private final double tolerance;

    /** Of a field. */
    public FieldSolver(FieldStructure structure) {
        this(structure, Progress.NONE);
    }

    /**
     * The same.
     *
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public FieldSolver(FieldStructure structure, Progress progress) {
        this(structure, progress, EXACT);
    }

    private FieldSolver(FieldStructure structure, Progress progress, double tolerance) {
        this.structure = structure;
        this.progress = progress;
        this.tolerance = tolerance;
    }

    /** The same for learning: means of a field that was cut are only as exact as that needs them, until {@link #settled}. */
    public static FieldSolver learning(FieldStructure structure, Progress progress) {
        return new FieldSolver(structure, progress, LEARNING);
    }

    /**
     * Posterior under given strengths.
     *
     * @param boundary of the nodes from the structure's {@code inner} on; null for a whole field
     * @return empty where the field is not positive definite, that is where some node hangs on nothing
     */
    public Optional<FieldPosterior> solve(Strengths strengths, NodeEvidence evidence, @Nullable Boundary boundary) {
        return solve(strengths, evidence, boundary, null, null);
    }

    /**
     * Posterior of a whole field under given strengths with the fixed effects at their best, which the posterior's
     * strengths then hold.
     *
     * @param effectPrecision prior precision of each fixed effect, d x d, one after the other
     * @param before a posterior of the same field under strengths that were not much different, if there is one: it spares
     *     a field that was cut one of two passes
     */
    public Optional<FieldPosterior> solveWithFixedEffects(
            Strengths strengths, NodeEvidence evidence, double[] effectPrecision, @Nullable FieldPosterior before) {
        return solve(strengths, evidence, null, effectPrecision, before);
    }

    /**
     * Posterior of nodes about which others have spoken already: their Schur complements are part of the precision.
     *
     * @param others as the structure was joined by
     * @param evidence of these nodes themselves
     * @param shift the right-hand side, d numbers a node, once the factor of the precision is known; made of that and of the
     *     evidence's own
     */
    public Optional<FieldPosterior> solveJoined(
            Strengths strengths,
            List<SchurComplement> others,
            NodeEvidence evidence,
            BiFunction<BlockCholesky, double[], double[]> shift) {
        structure.checkFits(strengths);
        Solving solving = new Solving(structure, strengths, evidence, null, null, progress);
        return solving.joined(others, shift);
    }

    private Optional<FieldPosterior> solve(
            Strengths strengths,
            NodeEvidence evidence,
            @Nullable Boundary boundary,
            double @Nullable [] effectPrecision,
            @Nullable FieldPosterior before) {
        structure.checkFits(strengths);
        Solving solving = new Solving(structure, strengths, evidence, boundary, effectPrecision, progress);
        if (structure.cuts() == 0) {
            return solving.with(CutReplicas.none(structure), null, EXACT);
        }
        if (before != null) {
            return solving.with(replicas(before, boundary, progress), before.mean(), tolerance);
        }
        return solving.with(CutReplicas.rough(structure, strengths, boundary), null, ROUGH)
                .flatMap(rough -> solving.with(replicas(rough, boundary, progress), rough.mean(), tolerance));
    }

    private static CutReplicas replicas(FieldPosterior of, @Nullable Boundary boundary, Progress progress) {
        CutReplicas replicas = CutReplicas.of(of.system(), of.mean(), of.prepareCovariance(progress), boundary);
        of.makeRoom(); // for the factor that they go into
        return replicas;
    }

    /** The same posterior of a field that was cut, its means as exact as they are served; they are less so in learning. */
    public static FieldPosterior settled(FieldPosterior learned, Progress progress) {
        return learned.system().cuts() == 0 ? learned : learned.refined(EXACT, progress);
    }

    /**
     * The factor of a posterior's precision in another order.
     *
     * @param reordered the field it is the posterior of, without boundary, its nodes in that order
     */
    public static BlockCholesky factor(FieldPosterior posterior, FieldStructure reordered) {
        if (reordered.nodes != posterior.system().nodes
                || reordered.cuts() != posterior.system().cuts()) {
            throw new IllegalArgumentException("This is another field or another cut of it");
        }
        WholeField whole = posterior.whole();
        return new Solving(reordered, posterior.strengths(), whole.evidence, null, null, Progress.NONE)
                .factor(whole.copies)
                .orElseThrow(() -> new ArithmeticException("The field is not positive definite in another order"));
    }

    /**
     * A posterior under other evidence.
     *
     * @param nodes the only ones of which the new evidence says something else than the old
     * @return the same, to the last digit, as a new solve; only what is above these nodes in the elimination tree is
     *     computed again. Empty where the field is not positive definite any more
     */
    public static Optional<FieldPosterior> under(FieldPosterior posterior, NodeEvidence evidence, int[] nodes) {
        FieldStructure structure = posterior.system();
        Solving solving =
                new Solving(structure, posterior.strengths(), evidence, posterior.boundary(), null, Progress.NONE);
        return structure.cuts() > 0
                ? solving.with(replicas(posterior, posterior.boundary(), Progress.NONE), posterior.mean(), EXACT)
                : solving.with(posterior.factor(), nodes);
    }
}
