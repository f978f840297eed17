package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.problem.LineageGraph;

/**
 * Skills of a family, or of any models, while all that families share is held: the model step of a fit alone, repeated
 * in double precision until nothing moves. Outcomes that are newer than the fit move their family at once, and the
 * result is what a fit of everything would find with the shared part held.
 */
public final class FamilySkills {

    /** Skills that move less than this between sweeps are exact to eight digits. */
    public static final double EXACT = 1e-11;

    /** Skills that move less than this move no prediction in its fifth digit, for half the sweeps. */
    public static final double QUICK = 1e-6;

    private static final int MOST_SWEEPS = 500;

    private final OutcomeShared shared;
    private final LineageSystem system;
    private final double[] expected;
    private final OutcomeTable outcomes;
    private final double tolerance;
    private final int d;
    private final double[] mean;
    private final double[] covariance;
    private int sweeps;

    private FamilySkills(
            OutcomeShared shared, LineageSystem system, double[] expected, OutcomeTable outcomes, double tolerance) {
        this.shared = shared;
        this.system = system;
        this.expected = expected;
        this.outcomes = outcomes;
        this.tolerance = tolerance;
        this.d = shared.settings().rank();
        this.mean = expected.clone();
        this.covariance = new double[system.terms.nodes * d * d];
    }

    /**
     * Solves.
     *
     * @param lineage of the family, relations numbered as in the fit
     * @param covariates of its models
     * @param outcomes of its models, columns numbered as in the fit
     * @param tolerance the bound is touched again until skills move less, such as {@link #EXACT}
     */
    public static FamilySkills solve(
            OutcomeShared shared,
            LineageGraph lineage,
            Covariates covariates,
            OutcomeTable outcomes,
            double tolerance) {
        if (outcomes.columns() != shared.columnCount() || outcomes.rows() != lineage.models()) {
            throw new IllegalArgumentException("Outcomes of " + outcomes.rows() + " x " + outcomes.columns()
                    + " do not fit " + lineage.models() + " models and " + shared.columnCount() + " columns");
        }
        if (covariates.count() != shared.covariateCount() || lineage.relations() != shared.relations()) {
            throw new IllegalArgumentException("The fit knows " + shared.covariateCount() + " covariates and "
                    + shared.relations() + " relations, not " + covariates.count() + " and " + lineage.relations());
        }
        covariates.check(lineage.models());
        LineageTerms terms = LineageTerms.of(lineage, shared.settings().structural());
        FamilySkills skills = new FamilySkills(
                shared,
                new LineageSystem(terms, shared.settings().rank()),
                shared.link().expected(covariates, lineage.models()),
                outcomes,
                tolerance);
        skills.settle();
        return skills;
    }

    /** The same family after more outcomes, from where it stands now: fewer sweeps, the same result. */
    public FamilySkills given(OutcomeTable more) {
        if (more.rows() != outcomes.rows() || more.columns() != outcomes.columns()) {
            throw new IllegalArgumentException("A table of another shape: " + more.rows() + " x " + more.columns());
        }
        FamilySkills next = new FamilySkills(shared, system, expected, more, tolerance);
        System.arraycopy(mean, 0, next.mean, 0, mean.length);
        System.arraycopy(covariance, 0, next.covariance, 0, covariance.length);
        next.settle();
        return next;
    }

    /** How often the bound was touched again. */
    public int sweeps() {
        return sweeps;
    }

    /** Number of models. */
    public int models() {
        return system.terms.nodes;
    }

    /** What is known of a model's skills. */
    public SkillPosterior posterior(int model) {
        return new SkillPosterior(
                shared.columns(),
                Arrays.copyOfRange(mean, model * d, (model + 1) * d),
                Arrays.copyOfRange(covariance, model * d * d, (model + 1) * d * d));
    }

    private void settle() {
        double moved = Double.POSITIVE_INFINITY;
        while (moved > tolerance && sweeps < MOST_SWEEPS) {
            moved = sweep();
            sweeps++;
        }
    }

    private double sweep() {
        system.clear();
        // each writes its own block only, so the order does not matter
        IntStream.range(0, models()).parallel().forEach(this::collect);
        system.addTerms(shared.strength(), expected);
        SelectedInverse inverse = SelectedInverse.of(system.solve());
        double moved = 0;
        for (int k = 0; k < mean.length; k++) {
            moved = Math.max(moved, Math.abs(system.right[k] - mean[k]));
            mean[k] = system.right[k];
        }
        double[] block = new double[d * d];
        for (int u = 0; u < models(); u++) {
            inverse.read(u, u, block, 0);
            for (int k = 0; k < block.length; k++) {
                moved = Math.max(moved, Math.abs(block[k] - covariance[u * d * d + k]));
                covariance[u * d * d + k] = block[k];
            }
        }
        return moved;
    }

    private void collect(int u) {
        QuadraticBound bound = new QuadraticBound(shared.columns());
        bound.touch(mean, u * d, covariance, u * d * d);
        for (int c = outcomes.begin(u); c < outcomes.begin(u + 1); c++) {
            bound.add(outcomes.packed()[c] >> 1, (outcomes.packed()[c] & 1) == 1);
        }
        int offset = system.matrix.diagonalOffset(u);
        System.arraycopy(bound.gram, 0, system.matrix.diagonal(), offset, d * d);
        System.arraycopy(bound.linear, 0, system.right, u * d, d);
    }
}
