package org.eyrie.lrmf.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.eyrie.lrmf.crowd.CrowdShift;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.math.RandomStreams;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.observation.ColumnBelief;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.OwnCells;
import org.eyrie.lrmf.posterior.Calibration;
import org.eyrie.lrmf.posterior.EvidenceKind;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/**
 * Leave-out residuals of every measured cell, for each kind of evidence: with no other own score, with one or two drawn
 * at random, with all others. Each is exact cross-validation with the strengths held, at the cost of a small solve.
 */
final class LeaveOutResiduals {

    /** Periods to come are predicted from scores alone here: the crowd was learned with what came after them. */
    private static final CrowdStep NO_STEP = (left, without) -> without;

    private static final int REPORTED_EVERY = 500;
    private static final int PERCENT = 100;

    private final ObservedCells cells;
    private final OneField.Whole state;
    private final Problem problem;
    private final CrowdShift crowd;
    private final long seed;
    private final ResidualLists residuals;
    private final List<ResidualLists> future = new ArrayList<>();

    private LeaveOutResiduals(ObservedCells cells, OneField.Whole state, Problem problem, CrowdShift crowd, long seed) {
        this.cells = cells;
        this.state = state;
        this.problem = problem;
        this.crowd = crowd;
        this.seed = seed;
        int columns = state.parameters().columns().count();
        residuals = new ResidualLists(EvidenceKind.COUNT * columns);
        for (int period = 0; period < PastCut.PERIODS; period++) {
            future.add(new ResidualLists(columns));
        }
    }

    /** @throws CancelledException if it is cancelled */
    static Calibration of(
            ObservedCells cells,
            OneField.Whole state,
            CrowdShift crowd,
            Problem problem,
            LrmfSettings settings,
            Progress progress) {
        state.field().prepareCovariance(progress);
        LeaveOutResiduals calibrating = new LeaveOutResiduals(cells, state, problem, crowd, settings.seed());
        boolean[] derived = new boolean[cells.models()];
        for (int child : problem.lineage().child()) {
            derived[child] = true;
        }
        for (int u = 0; u < cells.models(); u++) {
            if (u % REPORTED_EVERY == 0) {
                tell(progress, 0.5 * u / cells.models());
            }
            calibrating.add(u, derived[u]);
        }
        tell(progress, 0.5);
        state.field().makeRoom(); // for the past's
        calibrating.addFuture(problem.traits().uploadedDay(), progress);
        tell(progress, 1);
        return Calibration.of(
                state.parameters().columns().leads(),
                calibrating.residuals.arrays(),
                calibrating.future.stream().map(ResidualLists::arrays).toList());
    }

    private static void tell(Progress progress, double share) {
        progress.at("calibrating", Math.round(PERCENT * share), PERCENT);
        progress.check();
    }

    private void add(int model, boolean derived) {
        int own = cells.count(model);
        if (own == 0) {
            return;
        }
        int d = state.parameters().columns().d();
        double[] mean = Arrays.copyOfRange(state.field().mean(), model * d, (model + 1) * d);
        double[] covariance = new double[d * d];
        state.field().covariance().read(model, model, covariance, 0);
        int[] all = new int[own];
        Arrays.setAll(all, k -> cells.start[model] + k);
        CrowdStep step = step(model, all, mean, covariance);
        // A stream of the model's own: what is drawn for it does not depend on which other models there are.
        SplittableRandom random = RandomStreams.of(seed, model);
        for (int cell : all) {
            if (isTwin(cell)) {
                continue; // predictions are of what the first source would measure
            }
            add(cell, all, EvidenceKind.of(0, derived), mean, covariance, step);
            int[] same = Arrays.stream(all)
                    .filter(other -> first(other) == first(cell))
                    .toArray();
            int others = own - same.length;
            if (others > 0) {
                int kept = Math.min(others, 1 + random.nextInt(2));
                add(cell, allBut(kept, same, all, random), EvidenceKind.FEW, mean, covariance, step);
            }
            if (others > 2) {
                add(cell, same, EvidenceKind.MANY, mean, covariance, step);
            }
        }
    }

    private boolean isTwin(int cell) {
        return state.parameters().columns().isTwin(cells.column[cell]);
    }

    private int first(int cell) {
        return state.parameters().columns().first(cells.column[cell]);
    }

    /** What the crowd adds to a model's numbers. */
    @FunctionalInterface
    private interface CrowdStep {
        OwnCells from(int[] left, OwnCells without);
    }

    private CrowdStep step(int model, int[] all, double[] mean, double[] covariance) {
        ColumnParameters columns = state.parameters().columns();
        Optional<OwnCells> cold =
                crowd.isNone() ? Optional.empty() : OwnCells.without(all, cells, columns, mean, covariance);
        if (cold.isEmpty()) {
            return NO_STEP;
        }
        double[] expected = crowd.crowd().of(problem, model, false);
        return (left, without) -> {
            int[] kept = Arrays.stream(all)
                    .filter(cell -> Arrays.stream(left).noneMatch(other -> other == cell))
                    .toArray();
            return without.moved(crowd.added(expected, cold.get(), kept, cells, columns, false));
        };
    }

    /** The cells without {@code kept} of them, drawn at random from those of other benchmarks than {@code same}. */
    private int[] allBut(int kept, int[] same, int[] all, SplittableRandom random) {
        int[] others = Arrays.stream(all)
                .filter(other -> first(other) != first(same[0]))
                .toArray();
        Shuffle.draw(others, kept, random);
        int[] left = Arrays.copyOf(same, same.length + others.length - kept);
        System.arraycopy(others, kept, left, same.length, others.length - kept);
        return left;
    }

    /**
     * Predicts the latest three tenths of the measured models from what is older, with the strengths held. Models to come
     * are harder than models left out: on the leaderboard intervals calibrated on the latter cover .85 of them. And
     * periods differ: newer recipes move all models of a time together, by steps whose sign no past period tells. So each
     * period's residuals are kept apart.
     */
    private void addFuture(double[] day, Progress progress) {
        double[] begin = PastCut.periods(cells, day);
        if (begin.length == 0) {
            return;
        }
        PastCut.solve(cells, state, day, begin[0], progress).ifPresent(posterior -> {
            SelectedInverse covariance = posterior.covarianceInPlace(progress);
            for (int u = 0; u < day.length; u++) {
                for (int period = begin.length - 1; period >= 0; period--) {
                    if (day[u] >= begin[period]) {
                        addFuture(u, posterior.mean(), covariance, future.get(period));
                        break;
                    }
                }
            }
        });
    }

    private void addFuture(int model, double[] means, SelectedInverse covariances, ResidualLists period) {
        int d = state.parameters().columns().d();
        double[] mean = Arrays.copyOfRange(means, model * d, (model + 1) * d);
        double[] covariance = new double[d * d];
        covariances.read(model, model, covariance, 0);
        for (int cell = cells.start[model]; cell < cells.start[model + 1]; cell++) {
            int column = cells.column[cell];
            if (isTwin(cell)) {
                continue;
            }
            standardised(cell, new int[0], mean, covariance, NO_STEP)
                    .ifPresent(residual -> period.add(column, residual));
        }
    }

    private void add(int cell, int[] left, EvidenceKind kind, double[] mean, double[] covariance, CrowdStep step) {
        standardised(cell, left, mean, covariance, step)
                .ifPresent(residual -> residuals.add(
                        kind.code() * state.parameters().columns().count() + cells.column[cell], residual));
    }

    /** How many deviations a measured cell lies from where it is expected without the cells left out of its model. */
    private OptionalDouble standardised(int cell, int[] left, double[] mean, double[] covariance, CrowdStep step) {
        ColumnParameters columns = state.parameters().columns();
        Optional<OwnCells> without = OwnCells.without(left, cells, columns, mean, covariance);
        if (without.isEmpty()) {
            return OptionalDouble.empty();
        }
        int column = cells.column[cell];
        double weight = columns.weight(column, cells.trials[cell]);
        ColumnBelief belief = columns.belief(column).without(cells.logit[cell], weight, mean, covariance);
        double variance = belief.variance(without.get().mean(), without.get().covariance()) + belief.noise() / weight;
        double residual =
                cells.logit[cell] - belief.logit(step.from(left, without.get()).mean());
        return OptionalDouble.of(residual / Math.sqrt(variance));
    }
}
