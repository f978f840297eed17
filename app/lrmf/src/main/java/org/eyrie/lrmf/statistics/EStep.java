package org.eyrie.lrmf.statistics;

import java.util.Optional;
import org.eyrie.lrmf.field.Boundary;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.ReducedField;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.lrmf.observation.ExpectedEvidence;
import org.eyrie.task.Progress;

/**
 * The expectation step of one family under given parameters, in two rounds. First the family's own nodes are eliminated
 * and it says what that means for the shared nodes; then, once the shared nodes are solved for, what it says of the
 * parameters. Vectors over the shared nodes count those that the family touches, in the order of {@link FamilyField#shared}, d
 * numbers each.
 */
public final class EStep {

    private final FamilyField family;
    private final SharedParameters parameters;
    private final ReducedField field;

    private EStep(FamilyField family, SharedParameters parameters, ReducedField field) {
        this.family = family;
        this.parameters = parameters;
        this.field = field;
    }

    /**
     * First round: eliminates the family's own nodes. O(block products of its factor).
     *
     * @param progress asked now and then; ends the work where it was cancelled
     * @return empty where they are not positive definite
     * @throws IllegalArgumentException if the family's field had to be cut: what it says would not be exact
     */
    public static Optional<EStep> of(FamilyField family, SharedParameters parameters, Progress progress) {
        ExpectedEvidence evidence = new ExpectedEvidence(family.cells(), parameters.columns());
        return ReducedField.of(family.structure(), parameters.strengths(), evidence, progress)
                .map(field -> new EStep(family, parameters, field));
    }

    /** What the family says about the precision of the shared nodes. */
    public SchurComplement schurComplement() {
        return field.schurComplement(family.shared());
    }

    /** What data and fixed effects say, through this family, about the shared nodes: a right-hand side. */
    public double[] reduced(double[] effects) {
        return field.reduced(field.shift(effects));
    }

    /** What fixed effects alone say, through this family, about the shared nodes. */
    public double[] reducedOfEffects(double[] effects) {
        return field.reduced(field.shiftOfEffects(effects));
    }

    /** Eᵀ Λ C m: what the family's means say of the fixed effects, none being in force, given the shared nodes' values. */
    public double[] pullOnEffects(double[] shared, int size) {
        return field.pullOf(field.solved(field.shift(new double[size]), shared), size);
    }

    /** Eᵀ Λ (E δ − C m) where m answers to the fixed effects δ alone, given the shared nodes' values under them. */
    public double[] couplingOfEffects(double[] effects, double[] shared) {
        return field.gradient(effects, field.solved(field.shiftOfEffects(effects), shared));
    }

    /** Adds Eᵀ Λ E, dense, row by row, to that many rows. */
    public void addOwnBlockOfEffects(double[] block, int size) {
        field.addOwnBlock(block, size);
    }

    /** Second round: the family's posterior, given the shared nodes' and the fixed effects. */
    public FieldPosterior posterior(Boundary shared, double[] effects) {
        return field.posterior(shared, effects);
    }

    /** What the family says of all parameters; {@code posterior} is its own, from {@link #posterior}. */
    public FamilyStatistics statistics(FieldPosterior posterior) {
        return FamilyStatistics.of(posterior, family.cells(), parameters.columns());
    }

    /** The family's share of the log-evidence; {@code posterior} is its own, from {@link #posterior}. */
    public double logEvidence(FieldPosterior posterior) {
        return posterior.logEvidence() + new ExpectedEvidence(family.cells(), parameters.columns()).logDensity();
    }
}
