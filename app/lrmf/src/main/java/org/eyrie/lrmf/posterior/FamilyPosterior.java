package org.eyrie.lrmf.posterior;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.ResidualScore;
import org.eyrie.lrmf.observation.CellEvidence;
import org.eyrie.lrmf.observation.ColumnBelief;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.OwnCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.NodeKey;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;

/**
 * Posterior of the models of a problem: the whole one, or a family solved on a fit's shared part. Answers are computed
 * when asked for; safe for use by several threads.
 */
public final class FamilyPosterior {

    final SharedPart shared;
    final LineageField field;
    final ObservedCells cells;
    final FieldPosterior posterior;
    private final Problem problem;
    private final CrowdOpinions opinions;

    @SuppressWarnings("exports") // for within the module
    public FamilyPosterior(
            SharedPart shared, LineageField field, ObservedCells cells, FieldPosterior posterior, Problem problem) {
        this(shared, field, cells, posterior, problem, new CrowdOpinions(shared.crowd, problem));
    }

    private FamilyPosterior(
            SharedPart shared,
            LineageField field,
            ObservedCells cells,
            FieldPosterior posterior,
            Problem problem,
            CrowdOpinions opinions) {
        this.shared = shared;
        this.field = field;
        this.cells = cells;
        this.posterior = posterior;
        this.problem = problem;
        this.opinions = opinions;
    }

    /**
     * Works out what answers about every model need, by all processors: quicker where most of them are asked about.
     *
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public void prepareAll(Progress progress) {
        posterior.prepare(progress);
    }

    /** What of this is exact, apart from what the fit is built on. */
    public Exactness exactness() {
        return new Exactness(field.terms().entries(), posterior.system().cuts());
    }

    /** Number of models. */
    public int models() {
        return field.models();
    }

    /** Number of columns. */
    public int columns() {
        return shared.columns();
    }

    /**
     * Predicts a measurement.
     *
     * @param leaveOut which own measurements must not be used
     * @param level share of truths that the interval is to contain, above 0, at most .99
     */
    public CellPrediction predict(int model, int column, LeaveOut leaveOut, double level) {
        return predict(model, column, leaveOut, level, 0);
    }

    /**
     * What is to be expected of a prediction once something else was measured: the same mean, by the same calibration.
     *
     * @param gain by how much the variance of the true logit falls
     */
    public CellPrediction predictAfter(int model, int column, double gain, double level) {
        return predict(model, column, LeaveOut.NOTHING, level, gain);
    }

    private CellPrediction predict(int model, int column, LeaveOut leaveOut, double level, double gain) {
        check(model, column);
        if (!(level > 0 && level <= 0.99)) {
            throw new IllegalArgumentException("A level must be above 0 and at most 0.99: " + level);
        }
        int[] left = cellsLeftOut(model, column, leaveOut);
        OwnCells own = own(model, left);
        ColumnBelief belief = belief(model, column, left);
        double mean = belief.logit(own.mean());
        double variance = Math.max(belief.variance(own.mean(), own.covariance()) - gain, 0);
        double noise = belief.noise();
        int used = cells.count(model) - left.length;
        EvidenceKind evidence = evidence(model, used);
        double deviation = Math.sqrt(variance + noise);
        ScoreScale scale = shared.scale();
        double expected = scale.expectedScore(mean, variance + noise);
        double tail = (1 - level) / 2;
        double lower = mean + deviation * shared.calibration.quantile(evidence, column, tail);
        double upper = mean + deviation * shared.calibration.quantile(evidence, column, 1 - tail);
        return new CellPrediction(
                model,
                column,
                expected,
                Math.min(scale.score(lower), expected),
                Math.max(scale.score(upper), expected),
                level,
                mean,
                variance,
                noise,
                used,
                evidence);
    }

    /**
     * The posterior with further measurements, by conditioning: strengths, and the posterior of what families share,
     * stay as they are. The same as solving the family again with them, at a fraction of the cost.
     *
     * @param more models numbered as here, columns as in the fit; a cell that was measured before now counts twice
     * @throws IllegalArgumentException if a model or column is unknown
     */
    public FamilyPosterior observe(Observations more) {
        if (more.columns() != columns()) {
            throw new IllegalArgumentException(
                    "The fit knows " + columns() + " columns, the measurements have " + more.columns());
        }
        for (int model : more.model()) {
            check(model, 0);
        }
        ObservedCells all = cells.and(more, shared.scale());
        int[] changed = Arrays.stream(more.model()).distinct().toArray();
        FieldPosterior conditioned = FieldSolver.under(posterior, new CellEvidence(all, shared.columns), changed)
                .orElseThrow(() -> new ArithmeticException("The family's field is not positive definite"));
        return new FamilyPosterior(shared, field, all, conditioned, problem, opinions);
    }

    /**
     * How far a model lies from where its parents, or its kind if it has none, would have it, beyond what is usual: a
     * standard normal score, so that 3 is one in a thousand. NaN where neither was measured, or nothing near them.
     */
    public double disagreement(int model) {
        check(model, 0);
        return ResidualScore.ofOwnTerm(posterior, model);
    }

    /** Number of scores measured on a model. */
    public int ownScores(int model) {
        check(model, 0);
        return cells.count(model);
    }

    /**
     * Probability that a model's true score on a column exceeds that of each of its parents, by their joint posterior.
     *
     * @throws IllegalArgumentException if the model has no parents
     */
    public double chanceToBeatParents(int model, int column) {
        check(model, column);
        return ParentComparison.chance(this, model, column);
    }

    /**
     * Predicts a weighted mean of measurements. Its interval is put together from those of the columns: what the
     * correlation of their logits lets errors add up to. Of one column it is {@link #predict}'s,
     * no measurement left out.
     *
     * @param level share of truths that the interval is to contain, above 0, at most .99
     */
    public MeanPrediction predictMean(int model, WantedColumns wanted, double level) {
        return WeightedPrediction.of(this, model, wanted, level);
    }

    /**
     * Draws from the joint posterior of some models. The seed is fixed, so that the same question has the same answer.
     *
     * @param models each once
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public ScoreDraws draws(int[] models, WantedColumns wanted, Progress progress) {
        for (int model : models) {
            Arrays.stream(wanted.column()).forEach(column -> check(model, column));
        }
        return new JointDraws(this, models, wanted).scores(JointDraws.PAIRS, progress);
    }

    /** What made a prediction: contributions in logits that add up to its mean. */
    public Explanation explain(int model, int column, LeaveOut leaveOut) {
        check(model, column);
        return Explaining.of(this, model, column, cellsLeftOut(model, column, leaveOut));
    }

    /** Whether a model has a score on a column. */
    public boolean hasScore(int model, int column) {
        check(model, column);
        return cellsLeftOut(model, column, LeaveOut.CELL).length > 0;
    }

    /** What is known of a model's numbers without its own scores on the columns that {@code without} is true of. */
    public Ability ability(int model, IntPredicate without) {
        check(model, 0);
        int[] left = Arrays.stream(cellsLeftOut(model, 0, LeaveOut.MODEL))
                .filter(cell -> without.test(shared.columns.first(cells.column[cell])))
                .toArray();
        OwnCells own = own(model, left);
        return new Ability(own.mean(), own.covariance());
    }

    /** A model's parents. */
    public int[] parents(int model) {
        check(model, 0);
        return field.parents(model).clone();
    }

    /** How a model came from its parents, a relation of the lineage; -1 where it has none. */
    public int relation(int model) {
        check(model, 0);
        return field.relation()[model];
    }

    /** A model's architecture and rounded size; empty where one of them is unknown. */
    public Optional<NodeKey> kind(int model) {
        check(model, 0);
        NodeKey kind = field.kinds()[model];
        return kind.first() >= 0 && kind.second() >= 0 ? Optional.of(kind) : Optional.empty();
    }

    void check(int model, int column) {
        if (model < 0 || model >= models()) {
            throw new IllegalArgumentException("No such model: " + model + " of " + models());
        }
        if (column < 0 || column >= columns()) {
            throw new IllegalArgumentException("No such column: " + column + " of " + columns());
        }
    }

    private EvidenceKind evidence(int model, int ownScores) {
        boolean future = ownScores == 0 && problem.traits().uploadedDay()[model] > shared.reach.lastDay();
        return future ? EvidenceKind.FUTURE : EvidenceKind.of(ownScores, isDerived(model));
    }

    private boolean isDerived(int model) {
        return field.parents(model).length > 0;
    }

    private int[] cellsLeftOut(int model, int column, LeaveOut leaveOut) {
        return leaveOut.cells(cells, shared.columns, model, column);
    }

    /** A column as it is known without those cells of a model that are left out of it. */
    ColumnBelief belief(int model, int column, int[] left) {
        ColumnBelief belief = shared.columns.belief(column);
        for (int cell : left) {
            if (cells.column[cell] == column && !belief.own()) {
                OwnCells all = ofLineage(model, new int[0]);
                double weight = shared.columns.weight(column, cells.trials[cell]);
                belief = belief.without(cells.logit[cell], weight, all.mean(), all.covariance());
            }
        }
        return belief;
    }

    /** The model's numbers without some of its cells, by lineage and by the crowd. */
    OwnCells own(int model, int[] left) {
        OwnCells lineage = ofLineage(model, left);
        return opinions.isNone() ? lineage : lineage.moved(opinions.added(this, model, left));
    }

    /**
     * The model without some cells, by lineage alone. The shared nodes' posterior may be older than the cells: then the joint covariance
     * can be too wide to have been made with them, and the covariance given the shared nodes is used.
     */
    OwnCells ofLineage(int model, int[] left) {
        int d = shared.columns.d();
        double[] mean = Arrays.copyOfRange(posterior.mean(), model * d, (model + 1) * d);
        double[] covariance = new double[d * d];
        posterior.covariance(model, model, covariance);
        return OwnCells.without(left, cells, shared.columns, mean, covariance).orElseGet(() -> {
            double[] given = new double[d * d];
            posterior.covarianceGivenBoundary().read(model, model, given, 0);
            OwnCells narrow = OwnCells.without(left, cells, shared.columns, mean, given)
                    .orElseThrow(() -> new ArithmeticException("Model " + model + " cannot do without its scores"));
            return narrow.widened(covariance, given);
        });
    }
}
