package org.eyrie.lrmf.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSystem;
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
import org.eyrie.lrmf.problem.Problem;
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

    private LrmfFit() {}

    /**
     * Fits.
     *
     * @param listener told after every sweep; may end the fit, whose state then stands as {@link StopReason#CANCELLED}
     * @throws IllegalArgumentException if nothing is measured: there is nothing to learn from
     * @throws CancellationException if the listener ends it before there is a state to stand
     */
    public static FitResult fit(Problem problem, LrmfSettings settings, FitListener listener) {
        LineageField field = FieldPlan.whole(problem.lineage(), problem.traits());
        int d = Math.min(problem.observations().columns(), settings.maxRank());
        return fit(problem, settings, listener, Bound.usual(field.nodes(), d));
    }

    /** The same with a bound of one's own on the factor of the posterior precision. */
    static FitResult fit(Problem problem, LrmfSettings settings, FitListener listener, Bound bound) {
        if (problem.observations().cells() == 0) {
            throw new IllegalArgumentException("A fit needs at least one measured score");
        }
        ScoreScale scale = new ScoreScale(settings.margin());
        int models = problem.lineage().models();
        ObservedCells cells = ObservedCells.of(problem.observations(), models, scale);
        LineageField field = FieldPlan.whole(problem.lineage(), problem.traits());
        ColumnStart start = ColumnStart.of(cells, problem.observations().columns(), settings);
        int d = start.columns().d();
        // Learning may eliminate in any order: on the leaderboard 0.46 million block products a sweep, not 2.1 million.
        FieldSystem system = FieldSystem.whole(field.terms(), field.nodes(), field.nodes(), d, bound);
        Learning learning = new Learning(field, system, cells, start, () -> checkWanted(listener));
        FitState state = learning.at(new Learned(start.columns(), Learning.initial(field, start)), null)
                .orElseThrow(() -> new ArithmeticException("The field is not positive definite at its start"));

        List<Double> trace = new ArrayList<>();
        Convergence movement = new Convergence(scale, cells, settings.tolerance());
        AndersonAcceleration acceleration = new AndersonAcceleration();
        @Nullable StopReason stop = null;
        while (stop == null) {
            trace.add(state.objective());
            movement.to(state);
            boolean goOn = listener.onSweep(trace.size() - 1, settings.maxSweeps(), state.objective());
            stop = reasonToStop(trace, goOn, movement, settings);
            if (stop == null) {
                try {
                    Optional<FitState> next = learning.improved(state, acceleration);
                    stop = next.isEmpty() ? StopReason.DIVERGED : null;
                    state = next.orElse(state);
                } catch (CancellationException e) {
                    stop = StopReason.CANCELLED;
                }
            }
        }
        Calibration calibration = Calibration.none(state.columns().count());
        if (stop != StopReason.CANCELLED) {
            try {
                calibration = LeaveOutResiduals.of(cells, state, problem, system, settings, listener);
            } catch (CancellationException e) {
                stop = StopReason.CANCELLED;
            }
        }
        FieldSystem orderly = FieldSystem.whole(field.terms(), field.nodes(), field.inner(), d, bound);
        FieldPosterior ordered = orderly.solve(state.strengths(), new CellEvidence(cells, state.columns()), null)
                .orElseThrow(() -> new ArithmeticException("The field is not positive definite at its end"));
        Exactness exactness = new Exactness(field.terms().entries(), Math.max(system.cuts(), orderly.cuts()));
        SharedPart shared = SharedPart.of(
                settings,
                field,
                state.columns(),
                ordered,
                calibration,
                new FitReach(lastDay(problem, cells), exactness));
        return new FitResult(
                shared,
                new FamilyPosterior(
                        shared,
                        field,
                        cells,
                        state.posterior(),
                        problem.traits().uploadedDay()),
                List.copyOf(trace),
                stop,
                learning.logLikelihood(state),
                exactness);
    }

    private static void checkWanted(FitListener listener) {
        if (!listener.isWanted()) {
            throw new CancellationException("The fit is not wanted any more");
        }
    }

    /** Day of publication of the last model with a score, negative infinity where no day is known. */
    private static double lastDay(Problem problem, ObservedCells cells) {
        double last = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < cells.models(); u++) {
            double day = problem.traits().uploadedDay()[u];
            if (cells.count(u) > 0 && day > last) {
                last = day;
            }
        }
        return last;
    }

    private static @Nullable StopReason reasonToStop(
            List<Double> trace, boolean goOn, Convergence movement, LrmfSettings settings) {
        if (!goOn) {
            return StopReason.CANCELLED;
        }
        if (movement.hasSettled()) {
            return StopReason.CONVERGED;
        }
        return trace.size() - 1 == settings.maxSweeps() ? StopReason.SWEEP_LIMIT : null;
    }
}
