package org.eyrie.lrmf.learning;

import java.util.List;
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
 * the bound is cut, and the result says so. Of very many models a sample is learned from, see {@link LearningSample}, and the
 * posterior is that of all.
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
    private final int worthwhile;

    /**
     * @param bound on the factor of the posterior precision; null for the usual one
     * @param wanted how columns are taken; null for what their cells suggest
     * @param worthwhile from so many models on it is learned from a sample
     */
    private LrmfFit(
            Problem problem,
            LrmfSettings settings,
            Progress progress,
            @Nullable Bound bound,
            @Nullable ColumnPlan wanted,
            int worthwhile) {
        if (problem.observations().cells() == 0) {
            throw new IllegalArgumentException("A fit needs at least one measured score");
        }
        this.problem = problem;
        this.settings = settings;
        this.progress = progress;
        this.cells =
                ObservedCells.of(problem.observations(), problem.lineage().models(), new ScoreScale(settings.margin()));
        this.plan = wanted != null
                ? wanted
                : ColumnPlan.of(
                        CellMoments.counts(cells, problem.observations().columns()),
                        problem.columnKin().twin(),
                        settings.maxRank());
        Timeline timeline = Timeline.of(problem.traits(), problem.observations());
        this.field = FieldPlan.whole(problem.lineage(), problem.traits(), timeline);
        this.worthwhile = worthwhile;
        this.bound = bound != null
                ? bound
                : isSampled() ? Bound.once(field.nodes(), plan.d()) : Bound.usual(field.nodes(), plan.d());
    }

    /**
     * Fits.
     *
     * @param progress told of every sweep and of calibration; may end the fit, whose state then stands as {@link StopReason#CANCELLED}
     * @throws IllegalArgumentException if nothing is measured: there is nothing to learn from
     * @throws CancelledException if it is cancelled before there is a state to stand
     */
    public static FitResult fit(Problem problem, LrmfSettings settings, Progress progress) {
        return new LrmfFit(problem, settings, progress, null, null, LearningSample.WORTHWHILE).run();
    }

    /** The same with a bound of one's own on the factor of the posterior precision. */
    static FitResult fit(Problem problem, LrmfSettings settings, Progress progress, Bound bound) {
        return new LrmfFit(problem, settings, progress, bound, null, LearningSample.WORTHWHILE).run();
    }

    /** The same, learned from a sample from so many models on. */
    static FitResult fit(Problem problem, LrmfSettings settings, Progress progress, int worthwhile) {
        return new LrmfFit(problem, settings, progress, null, null, worthwhile).run();
    }

    private boolean isSampled() {
        return problem.lineage().models() >= worthwhile;
    }

    private FitResult run() {
        FirstParameters first = first();
        FromSample known = isSampled() ? fromSample(first) : null;
        if (known != null) {
            progress.at("solving for all models", 0, 1);
        }
        FieldStructure anyOrder = anyOrder();
        try (CrowdMeanwhile meanwhile =
                CrowdMeanwhile.begin(problem, first.parameters().columns(), settings, progress)) {
            return result(
                    known == null ? learned(anyOrder, first) : known.with(expectation(anyOrder, first)),
                    anyOrder,
                    meanwhile);
        }
    }

    private FirstParameters first() {
        CellMoments moments = CellMoments.of(cells, problem.observations().columns(), plan.pilots());
        return FirstParameters.of(field.dictionary(), ColumnStart.of(moments, plan, problem.columnKin()));
    }

    /** Learning may eliminate in any order; see {@link OneField}. */
    private FieldStructure anyOrder() {
        return FieldStructure.whole(field.terms(), field.nodes(), field.nodes(), plan.d(), bound);
    }

    private OneField expectation(FieldStructure anyOrder, FirstParameters first) {
        return new OneField(anyOrder, cells, first.prior().effects(), progress);
    }

    private ExpectationMaximisation.Learned<OneField.Whole> learned(FieldStructure anyOrder, FirstParameters first) {
        Convergence.Size size = new Convergence.Size(
                (long) cells.models() * problem.observations().columns(), cells.size());
        return new ExpectationMaximisation<>(expectation(anyOrder, first), new MStep(first.prior()), settings, size)
                .from(first.parameters(), progress);
    }

    /** Learns from a sample, of which nothing stays but what was learned. */
    private FromSample fromSample(FirstParameters first) {
        int[] members = LearningSample.members(problem, cells, settings.seed(), worthwhile / 2);
        LrmfFit sample = new LrmfFit(problem.only(members), settings, progress, null, plan, Integer.MAX_VALUE);
        ExpectationMaximisation.Learned<OneField.Whole> learned = sample.learned(sample.anyOrder(), sample.first());
        return new FromSample(
                LearningSample.spread(
                        field.dictionary(),
                        first.parameters(),
                        sample.field.dictionary(),
                        learned.posterior().parameters()),
                learned.trace(),
                learned.stopReason());
    }

    /**
     * What was learned from a sample.
     *
     * @param trace of the sample
     */
    private record FromSample(SharedParameters parameters, List<Double> trace, StopReason stopReason) {

        /** The posterior of all under it. */
        ExpectationMaximisation.Learned<OneField.Whole> with(OneField expectation) {
            return new ExpectationMaximisation.Learned<>(
                    expectation
                            .at(parameters, null)
                            .orElseThrow(() -> new ArithmeticException(
                                    "The field is not positive definite under what a sample tells")),
                    trace,
                    stopReason);
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
