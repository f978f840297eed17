package org.eyrie.lrmf.trial.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.field.Laplacian;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Minimises Σ BCE(s_ui, σ(m_u · x_i + b_i)) + λ tr(Mᵀ L M) + ρ/2 (‖M‖² + ‖X‖² + ‖b‖²) over the measured cells, a cell
 * counting once whatever its trials.
 *
 * <p>The logistic loss is majorised at the current logits by a quadratic (Jaakkola and Jordan 2000: weight
 * tanh(η/2)/(2η)), then all models are solved for at once, then all columns. Not by gradients and not row by row: strong
 * kinship stalls both. Similarities of columns are left out: at benchmark level there are none to speak of.
 */
public final class PaperFit {

    private PaperFit() {}

    /**
     * Fits.
     *
     * @param progress told of every sweep; may end the fit, whose state then stands
     */
    public static Factorization fit(
            LineageGraph lineage, Observations observations, PaperSettings settings, Progress progress) {
        int d = settings.rank();
        int n = lineage.models();
        int m = observations.columns();
        double[] models = new double[n * d];
        double[] columns = new double[m * d];
        double[] intercept = new double[m];
        SplittableRandom random = new SplittableRandom(settings.seed());
        Arrays.setAll(models, i -> random.nextDouble() - 0.5);
        Arrays.setAll(columns, i -> random.nextDouble() - 0.5);
        double[] kinship = new double[lineage.edges()];
        Arrays.fill(kinship, settings.kinship());
        Laplacian laplacian = Laplacian.of(n, lineage.child(), lineage.parent(), kinship);
        PaperModelStep modelStep = new PaperModelStep(laplacian, observations, settings);
        PaperColumnStep columnStep = new PaperColumnStep(observations, settings);
        Objective objective = new Objective(observations, laplacian, settings);

        List<Double> trace = new ArrayList<>();
        trace.add(objective.at(models, columns, intercept));
        @Nullable StopReason stop = null;
        while (stop == null) {
            double before = trace.get(trace.size() - 1);
            columnStep.solve(models, columns, intercept);
            modelStep.solve(models, columns, intercept);
            double value = objective.at(models, columns, intercept);
            trace.add(value);
            int sweeps = trace.size() - 1;
            progress.at("sweep " + sweeps, sweeps, settings.maxSweeps());
            stop = reasonToStop(before, value, progress.cancelled(), sweeps, settings);
        }
        return new Factorization(d, models, columns, intercept, List.copyOf(trace), stop);
    }

    private static @Nullable StopReason reasonToStop(
            double before, double value, boolean cancelled, int sweeps, PaperSettings settings) {
        if (!Double.isFinite(value)) {
            return StopReason.DIVERGED;
        }
        if (cancelled) {
            return StopReason.CANCELLED;
        }
        if (before - value <= settings.tolerance() * Math.abs(value)) {
            return StopReason.CONVERGED;
        }
        return sweeps >= settings.maxSweeps() ? StopReason.SWEEP_LIMIT : null;
    }
}
