package org.eyrie.lrmf.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.Problem;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSystem;
import org.eyrie.lrmf.lineage.FieldPlan;
import org.eyrie.lrmf.lineage.LineageField;
import org.jspecify.annotations.Nullable;

/**
 * The global fit: learns from a whole problem what all families share.
 *
 * <p>It maximises the evidence of the measured logits, y_ui = b_i + x_i · m_u + noise, over the strengths of all
 * relations and clades, the pulls, the loadings and the noise, with all models' and clades' factors integrated out
 * (Gaussian field, sparse block Cholesky, expectation maximisation).
 */
public final class LrmfFit {

    private LrmfFit() {}

    /**
     * Fits.
     *
     * @param listener told after every sweep; may end the fit, whose state then stands as {@link StopReason#CANCELLED}
     * @throws IllegalArgumentException if nothing is measured: there is nothing to learn from
     */
    public static FitResult fit(Problem problem, LrmfSettings settings, FitListener listener) {
        if (problem.observations().cells() == 0) {
            throw new IllegalArgumentException("A fit needs at least one measured score");
        }
        ScoreScale scale = new ScoreScale(settings.margin());
        int models = problem.lineage().models();
        Cells cells = Cells.of(problem.observations(), models, scale);
        LineageField field = FieldPlan.whole(problem.lineage(), problem.traits());
        ColumnStart start = ColumnStart.of(cells, problem.observations().columns(), settings);
        int d = start.columns().d();
        // Learning may eliminate in any order: on the leaderboard 0.46 million block products a sweep, not 2.1 million.
        FieldSystem system = FieldSystem.whole(field.terms(), field.nodes(), field.nodes(), d);
        Learning learning = new Learning(field, system, cells, start);
        FitState state = learning.at(start.columns(), Learning.initial(field, start))
                .orElseThrow(() -> new ArithmeticException("The field is not positive definite at its start"));

        List<Double> trace = new ArrayList<>();
        @Nullable StopReason stop = null;
        while (stop == null) {
            trace.add(state.objective());
            boolean goOn = listener.onSweep(trace.size() - 1, settings.maxSweeps(), state.objective());
            stop = reasonToStop(trace, goOn, cells.size(), settings);
            if (stop == null) {
                Optional<FitState> next = learning.improved(state);
                stop = next.isEmpty() ? StopReason.DIVERGED : null;
                state = next.orElse(state);
            }
        }
        Calibration calibration = Calibrating.of(cells, state, problem, system, settings);
        FieldPosterior ordered = FieldSystem.whole(field.terms(), field.nodes(), field.inner(), d)
                .solve(state.strengths(), new CellEvidence(cells, state.columns()), null)
                .orElseThrow(() -> new ArithmeticException("The field is not positive definite at its end"));
        SharedPart shared = SharedPart.of(field, state, ordered, calibration, lastDay(problem, cells), settings);
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
                learning.logLikelihood(state));
    }

    /** Day of publication of the last model with a score, negative infinity where no day is known. */
    private static double lastDay(Problem problem, Cells cells) {
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
            List<Double> trace, boolean goOn, int cells, LrmfSettings settings) {
        int sweep = trace.size() - 1;
        if (!goOn) {
            return StopReason.CANCELLED;
        }
        if (sweep > 0 && trace.get(sweep) - trace.get(sweep - 1) < settings.tolerance() * cells) {
            return StopReason.CONVERGED;
        }
        return sweep == settings.maxSweeps() ? StopReason.SWEEP_LIMIT : null;
    }
}
