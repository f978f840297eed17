package org.eyrie.lrmf.learning;

import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.crowd.CrowdShift;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.observation.CellEvidence;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.Calibration;
import org.eyrie.lrmf.posterior.Exactness;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.FitReach;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.Timeline;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.statistics.CellMoments;
import org.eyrie.lrmf.statistics.MStep;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.lrmf.statistics.SharedParameters;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The global fit: learns from a whole problem what all families share.
 *
 * <p>It maximises the evidence of the measured logits, y_ui = b_i + x_i · m_u + noise, over the strengths of all
 * relations and clades, the pulls, the loadings and the noise, with all models' and clades' factors integrated out
 * (Gaussian field, sparse block Cholesky, accelerated expectation maximisation).
 *
 * <p>Time and memory grow as the number of models does, whatever the graph: see {@link Bound}. A field that would pass
 * the bound is cut, and the result says so.
 */
public final class LrmfFit {

    /** What a fit calls the step that goes sweep by sweep; a fit usually ends before the last one there may be. */
    public static final String LEARNING = "learning";

    private final Problem problem;
    private final LrmfSettings settings;
    private final Progress progress;
    private final LineageField field;
    private final ObservedCells cells;
    private final ColumnPlan plan;
    private final Bound bound;

    /** @param bound on the factor of the posterior precision; null for the usual one */
    private LrmfFit(Problem problem, LrmfSettings settings, Progress progress, @Nullable Bound bound) {
        if (problem.observations().cells() == 0) {
            throw new IllegalArgumentException("A fit needs at least one measured score");
        }
        this.problem = problem;
        this.settings = settings;
        this.progress = progress;
        this.cells =
                ObservedCells.of(problem.observations(), problem.lineage().models(), new ScoreScale(settings.margin()));
        this.plan = ColumnPlan.of(
                CellMoments.counts(cells, problem.observations().columns()),
                problem.columnKin().twin(),
                settings.maxRank());
        Timeline timeline = Timeline.of(problem.traits(), problem.observations());
        this.field = FieldPlan.whole(problem.lineage(), problem.traits(), timeline);
        this.bound = bound == null ? Bound.usual(field.nodes(), plan.d()) : bound;
    }

    /**
     * Fits.
     *
     * @param progress told of every sweep and of calibration; may end the fit, whose state then stands as {@link StopReason#CANCELLED}
     * @throws IllegalArgumentException if nothing is measured: there is nothing to learn from
     * @throws CancelledException if it is cancelled before there is a state to stand
     */
    public static FitResult fit(Problem problem, LrmfSettings settings, Progress progress) {
        return new LrmfFit(problem, settings, progress, null).run();
    }

    /** The same with a bound of one's own on the factor of the posterior precision. */
    static FitResult fit(Problem problem, LrmfSettings settings, Progress progress, Bound bound) {
        return new LrmfFit(problem, settings, progress, bound).run();
    }

    private FitResult run() {
        CellMoments moments = CellMoments.of(cells, problem.observations().columns(), plan.pilots());
        ColumnStart start = ColumnStart.of(moments, plan, problem.columnKin());
        FirstParameters first = FirstParameters.of(field.dictionary(), start);
        // Learning may eliminate in any order; see OneField.
        FieldStructure anyOrder = FieldStructure.whole(
                field.terms(), field.nodes(), field.nodes(), start.columns().d(), bound);
        OneField expectation = new OneField(anyOrder, cells, first.prior().effects(), progress);
        Convergence.Size size =
                new Convergence.Size((long) cells.models() * start.columns().count(), cells.size());
        try (CrowdMeanwhile meanwhile = CrowdMeanwhile.begin(problem, start.columns(), settings, progress)) {
            ExpectationMaximisation.Learned<OneField.Whole> learned = new ExpectationMaximisation<>(
                            expectation, new MStep(first.prior()), settings, size)
                    .from(first.parameters(), progress);
            return result(learned, anyOrder, meanwhile);
        }
    }

    private FitResult result(
            ExpectationMaximisation.Learned<OneField.Whole> learned,
            FieldStructure anyOrder,
            CrowdMeanwhile meanwhile) {
        OneField.Whole whole = served(learned.posterior(), anyOrder);
        StopReason stop = learned.stopReason();
        Calibration calibration = Calibration.none(whole.parameters().columns().count());
        CrowdShift crowd = CrowdShift.NONE;
        if (stop != StopReason.CANCELLED) {
            try {
                crowd = CrowdWeights.learn(cells, whole, problem, meanwhile, progress);
                calibration = LeaveOutResiduals.of(cells, whole, crowd, problem, settings, progress);
            } catch (CancelledException e) {
                crowd = CrowdShift.NONE;
                stop = StopReason.CANCELLED;
            }
        }
        Exactness exactness = new Exactness(field.terms().entries(), anyOrder.cuts());
        SharedPart shared = SharedPart.of(
                settings,
                field,
                whole.parameters().columns(),
                whole.field(),
                calibration,
                crowd,
                new FitReach(lastDay(), exactness));
        FamilyPosterior models = new FamilyPosterior(shared, field, cells, whole.field(), problem);
        return new FitResult(shared, models, learned.trace(), stop, whole.logEvidence(), exactness);
    }

    /** Models' numbers as they are served: means as exact as can be, and what a column is not sure of in the noise of its cells. */
    private OneField.Whole served(OneField.Whole learned, FieldStructure anyOrder) {
        SharedParameters parameters = learned.parameters();
        if (parameters.columns().identity()) {
            return new OneField.Whole(
                    parameters, FieldSolver.settled(learned.field(), Progress.NONE), learned.logEvidence());
        }
        FieldPosterior again = new FieldSolver(anyOrder)
                .solve(parameters.strengths(), new CellEvidence(cells, parameters.columns()), null)
                .orElseThrow(() -> new ArithmeticException("The field is not positive definite at its end"));
        return new OneField.Whole(parameters, again, learned.logEvidence());
    }

    /** Day of publication of the last model with a score, negative infinity where no day is known. */
    private double lastDay() {
        double last = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < cells.models(); u++) {
            double day = problem.traits().uploadedDay()[u];
            if (cells.count(u) > 0 && day > last) {
                last = day;
            }
        }
        return last;
    }
}
