package org.eyrie.lrmf.fit;

import java.util.Optional;
import org.eyrie.lrmf.Problem;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSystem;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.lineage.Drifts;
import org.eyrie.lrmf.lineage.FieldPlan;
import org.eyrie.lrmf.lineage.LineageField;
import org.eyrie.lrmf.lineage.TermClasses;

/**
 * What all families share: columns, strengths, posterior of clades and effects, calibration of intervals. With it a
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

    final LrmfSettings settings;
    final Columns columns;
    final TermClasses classes;
    final Drifts drifts;
    final Strengths strengths;
    final SharedNodes nodes;
    final Calibration calibration;
    /** Day of publication of the last model the fit has scores of. */
    final double lastDay;

    final Exactness exactness;

    SharedPart(
            LrmfSettings settings,
            Columns columns,
            TermClasses classes,
            Drifts drifts,
            Strengths strengths,
            SharedNodes nodes,
            Calibration calibration,
            double lastDay,
            Exactness exactness) {
        this.settings = settings;
        this.columns = columns;
        this.classes = classes;
        this.drifts = drifts;
        this.strengths = strengths;
        this.nodes = nodes;
        this.calibration = calibration;
        this.lastDay = lastDay;
        this.exactness = exactness;
    }

    /** @param ordered the state's posterior with the shared nodes eliminated last */
    static SharedPart of(
            LineageField field,
            FitState state,
            FieldPosterior ordered,
            Calibration calibration,
            double lastDay,
            LrmfSettings settings,
            Exactness exactness) {
        int d = state.columns().d();
        double[] mean = new double[field.shared().size() * d];
        int inner = ordered.system().inner();
        System.arraycopy(ordered.mean(), inner * d, mean, 0, mean.length);
        SharedNodes nodes =
                new SharedNodes(field.shared(), mean, ordered.factor().trailing(inner), d);
        return new SharedPart(
                settings,
                state.columns(),
                field.classes(),
                Drifts.closed(field.drifts().list()),
                state.strengths(),
                nodes,
                calibration,
                lastDay,
                exactness);
    }

    /**
     * Posterior of a family, or of any models: several families at once are as good as one by one.
     *
     * @param family columns as in the fit; its traits and relations numbered as in the fit
     * @throws IllegalArgumentException if the number of columns is not the fit's
     */
    public FamilyPosterior solve(Problem family) {
        if (family.observations().columns() != columns.count()) {
            throw new IllegalArgumentException("The fit knows " + columns.count() + " columns, the family has "
                    + family.observations().columns());
        }
        int models = family.lineage().models();
        Cells cells = Cells.of(family.observations(), models, scale());
        LineageField field = FieldPlan.family(family.lineage(), family.traits(), classes, drifts, nodes.known());
        FieldSystem system = FieldSystem.bounded(field.terms(), field.nodes(), field.inner(), columns.d());
        Optional<FieldPosterior> posterior =
                system.solve(strengths, new CellEvidence(cells, columns), nodes.boundaryOf(field, system.inner()));
        return new FamilyPosterior(
                this,
                field,
                cells,
                posterior.orElseThrow(() -> new ArithmeticException("The family's field is not positive definite")),
                family.traits().uploadedDay());
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
        return exactness;
    }

    /** Number of columns m. */
    public int columns() {
        return columns.count();
    }

    /** Numbers per model d. */
    public int rank() {
        return columns.d();
    }

    /** Number of clades and effects that families share. */
    public int sharedNodes() {
        return nodes.keys.size();
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
