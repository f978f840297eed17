package org.eyrie.lrmf.field;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Solves fields: assembles the posterior precision, factorises it, and finds the means. O(block products of the factor)
 * for the factor, O(its blocks) for each solution.
 */
public final class FieldSolver {

    private final FieldStructure structure;
    private final Progress progress;

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
        this.structure = structure;
        this.progress = progress;
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
     * @param shift the right-hand side, d numbers a node, once the factor of the precision is known
     */
    public Optional<FieldPosterior> solveJoined(
            Strengths strengths, List<SchurComplement> others, Function<BlockCholesky, double[]> shift) {
        structure.checkFits(strengths);
        Solving solving = new Solving(structure, strengths, NodeEvidence.NONE, null, null, progress);
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
            return solving.with(CutReplicas.none(structure));
        }
        if (before != null) {
            return solving.with(CutReplicas.of(before, boundary, progress));
        }
        return solving.with(CutReplicas.rough(structure, strengths, boundary))
                .flatMap(rough -> solving.with(CutReplicas.of(rough, boundary, progress)));
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
                ? solving.with(CutReplicas.of(posterior, posterior.boundary(), Progress.NONE))
                : solving.with(CutReplicas.none(structure), posterior.factor(), nodes);
    }
}
