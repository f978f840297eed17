package org.eyrie.lrmf.posterior;

import java.util.Arrays;
import org.eyrie.lrmf.crowd.CrowdShift;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.observation.CellEvidence;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LearnedPrior;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.problem.Problem;

/**
 * What all families share: columns, strengths, posterior of clades and effects, what the crowd expects, calibration of intervals. With it a
 * family is solved on its own.
 *
 * <p>Given the shared nodes, families do not depend on each other. A family solved here has exactly the posterior means
 * of the global fit (law of total expectation) and, the shared nodes' covariance being carried inwards, its variances
 * too, provided it is a whole connected component with the scores the fit saw. A cut-off neighbourhood lacks what lies
 * beyond the cut; scores newer than the fit move their family at once, but the shared nodes only at the next fit.
 *
 * <p>Categories of traits, relations and columns must have the numbers they had in the global fit; new categories get
 * new numbers.
 */
public final class SharedPart {

    /** Who asks about so many plans asks about these and their parents only. */
    private static final int FEW_PLANS = 2;

    final LrmfSettings settings;
    final ColumnParameters columns;
    final LearnedPrior prior;
    final SharedNodes nodes;
    final Calibration calibration;
    final CrowdShift crowd;
    final FitReach reach;

    SharedPart(
            LrmfSettings settings,
            ColumnParameters columns,
            LearnedPrior prior,
            SharedNodes nodes,
            Calibration calibration,
            CrowdShift crowd,
            FitReach reach) {
        this.settings = settings;
        this.columns = columns;
        this.prior = prior;
        this.nodes = nodes;
        this.calibration = calibration;
        this.crowd = crowd;
        this.reach = reach;
    }

    /**
     * What families share of a whole field.
     *
     * @param posterior the field's under what was learned, its nodes eliminated in any order
     * @param crowd what is added to what lineage expects
     */
    @SuppressWarnings("exports") // for within the module
    public static SharedPart of(
            LrmfSettings settings,
            LineageField field,
            ColumnParameters columns,
            FieldPosterior posterior,
            Calibration calibration,
            CrowdShift crowd,
            FitReach reach) {
        int d = columns.d();
        double[] mean = Arrays.copyOfRange(posterior.mean(), field.inner() * d, field.nodes() * d);
        SharedNodes nodes = new SharedNodes(field.dictionary(), mean, SharedNodes.factor(posterior, field), d);
        LearnedPrior prior = new LearnedPrior(field.dictionary(), posterior.strengths());
        return new SharedPart(settings, columns, prior, nodes, calibration, crowd, reach);
    }

    /**
     * Posterior of a family, or of any models: several families at once are as good as one by one.
     *
     * @param family columns as in the fit; its traits and relations numbered as in the fit
     * @throws IllegalArgumentException if the number of columns is not the fit's
     */
    public FamilyPosterior solve(Problem family) {
        return solve(family, 0);
    }

    /**
     * The same of a family with models that do not exist yet. They change nothing that is said of others, so that any
     * number of them can be asked about at once.
     *
     * @param planned how many of the models, the first; without scores and children
     */
    public FamilyPosterior solve(Problem family, int planned) {
        if (family.observations().columns() != columns.count()) {
            throw new IllegalArgumentException("The fit knows " + columns.count() + " columns, the family has "
                    + family.observations().columns());
        }
        int models = family.lineage().models();
        ObservedCells cells = ObservedCells.of(family.observations(), models, scale());
        LineageField field = FieldPlan.family(family.lineage(), family.traits(), prior.dictionary(), planned);
        FieldStructure system = FieldStructure.bounded(field.terms(), field.nodes(), field.inner(), columns.d());
        FieldPosterior posterior = new FieldSolver(system)
                .solve(prior.strengths(), new CellEvidence(cells, columns), nodes.boundaryOf(field, system.inner()))
                .orElseThrow(() -> new ArithmeticException("The family's field is not positive definite"));
        boolean few = planned > 0 && planned <= FEW_PLANS;
        return new FamilyPosterior(this, field, cells, few ? posterior.askedOfFew() : posterior, family);
    }

    ScoreScale scale() {
        return new ScoreScale(settings.margin());
    }

    /** Settings of the fit. */
    public LrmfSettings settings() {
        return settings;
    }

    /** What was approximated in the fit. */
    public Exactness exactness() {
        return reach.exactness();
    }

    /** Number of columns m. */
    public int columns() {
        return columns.count();
    }

    /**
     * By how much a usual model's score in a column is above what the first source of its benchmark measures; 0 of a column
     * of a first source.
     */
    public double shift(int column) {
        return scale().score(columns.intercept()[column]) - scale().score(columns.intercept()[columns.first(column)]);
    }

    /** Number of scores that a column was learned from. */
    public int scores(int column) {
        return columns.cells()[column];
    }

    /** Numbers per model d. */
    public int rank() {
        return columns.d();
    }

    /** Number of clades and effects that families share. */
    public int sharedNodes() {
        return prior.dictionary().nodes().size();
    }

    /** This as bytes, for {@link #fromBytes}. */
    public byte[] toBytes() {
        return SharedCodec.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are foreign, truncated, or of a version this program does not read;
     *     the message says which
     */
    public static SharedPart fromBytes(byte[] bytes) {
        return SharedCodec.read(bytes);
    }
}
