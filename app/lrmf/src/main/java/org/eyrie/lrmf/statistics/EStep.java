package org.eyrie.lrmf.statistics;

import java.util.Optional;
import org.eyrie.lrmf.field.Boundary;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.ReducedField;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.lrmf.observation.ExpectedEvidence;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.task.Progress;

/**
 * The expectation step of one part of a field, such as a family, under given parameters, in two rounds. First the part's own nodes are eliminated
 * and it says what that means for the shared nodes; then, once the shared nodes are solved for, what it says of the
 * parameters. Vectors over the shared nodes count those that the part touches, in the order of {@link FieldPart#shared}, d
 * numbers each.
 */
public final class EStep {

    private final FieldPart part;
    private final SharedParameters parameters;
    private final ReducedField field;

    private EStep(FieldPart part, SharedParameters parameters, ReducedField field) {
        this.part = part;
        this.parameters = parameters;
        this.field = field;
    }

    /**
     * First round: eliminates the part's own nodes. O(block products of its factor).
     *
     * @param progress asked now and then; ends the work where it was cancelled
     * @return empty where they are not positive definite
     * @throws IllegalArgumentException if the part's field had to be cut: what it says would not be exact
     */
    public static Optional<EStep> of(FieldPart part, SharedParameters parameters, Progress progress) {
        ExpectedEvidence evidence = new ExpectedEvidence(part.cells(), parameters.columns());
        return ReducedField.of(part.structure(), parameters.strengths(), evidence, progress)
                .map(field -> new EStep(part, parameters, field));
    }

    /** What the part says about the precision of the shared nodes. */
    public SchurComplement schurComplement() {
        return field.schurComplement(part.shared());
    }

    /** What data and fixed effects say, through this part, about the shared nodes: a right-hand side. */
    public double[] reduced(double[] effects) {
        return field.reduced(field.shift(effects));
    }

    /** What fixed effects alone say, through this part, about the shared nodes. */
    public double[] reducedOfEffects(double[] effects) {
        return field.reduced(field.shiftOfEffects(effects));
    }

    /** Eᵀ Λ C m: what the part's means say of the fixed effects, none being in force, given the shared nodes' values. */
    public double[] pullOnEffects(double[] shared, int size) {
        return field.pullOf(field.solved(field.shift(new double[size]), shared), size);
    }

    /** Eᵀ Λ (E δ − C m) where m answers to the fixed effects δ alone, given the shared nodes' values under them. */
    public double[] couplingOfEffects(double[] effects, double[] shared) {
        return field.gradient(effects, field.solved(field.shiftOfEffects(effects), shared));
    }

    /** Second round: the part's posterior, given the shared nodes' and the fixed effects. */
    public FieldPosterior posterior(Boundary shared, double[] effects) {
        return field.posterior(shared, effects);
    }

    /** What the part says of all parameters; {@code posterior} is its own, from {@link #posterior}. */
    public FamilyStatistics statistics(FieldPosterior posterior) {
        return FamilyStatistics.of(posterior, part.cells(), parameters.columns());
    }

    /** The part's share of the log-evidence; {@code posterior} is its own, from {@link #posterior}. */
    public double logEvidence(FieldPosterior posterior) {
        return posterior.logEvidence() + new ExpectedEvidence(part.cells(), parameters.columns()).logDensity();
    }

    /** How far the predictions of the part's models moved; see {@link Expectation#squaredMovement}. */
    double squaredMovement(EStep before, FieldPosterior was, FieldPosterior is, ScoreScale scale) {
        return PredictionSteps.squared(
                before.parameters.columns(),
                was.mean(),
                parameters.columns(),
                is.mean(),
                part.cells().models(),
                scale);
    }
}
