package org.eyrie.lrmf.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.StopReason;

/**
 * Sweeps until nothing moves any more, sweeps run out, or the caller cancels.
 *
 * @param trace root mean square move of the logits, sweep by sweep
 */
record SweepLoop(List<Double> trace, StopReason stop) {

    /** Sweeps before covariances and priors are believed: the first factors say nothing about either. */
    static final int WARM_UP = 2;

    /** @param warmUp sweeps before covariances are carried along */
    static SweepLoop run(Sweeping sweep, int warmUp, OutcomeSettings settings, RunContext context) {
        Kernel kernel = KernelSelection.fastest();
        List<Double> trace = new ArrayList<>();
        Optional<StopReason> stop = Optional.empty();
        try (Workers workers = new Workers(context.threads(), context.progress())) {
            while (stop.isEmpty()) {
                boolean spread = settings.spread() && trace.size() >= warmUp;
                sweep.run(new CellPass(workers, kernel, spread), context.progress());
                if (context.progress().cancelled()) {
                    stop = Optional.of(StopReason.CANCELLED);
                } else {
                    trace.add(sweep.move());
                    context.progress().at("sweeps", trace.size(), settings.sweeps());
                    stop = check(trace, settings, context);
                }
            }
        }
        return new SweepLoop(trace, stop.get());
    }

    private static Optional<StopReason> check(List<Double> trace, OutcomeSettings settings, RunContext context) {
        double change = trace.get(trace.size() - 1);
        if (context.progress().cancelled()) {
            return Optional.of(StopReason.CANCELLED);
        }
        if (Double.isNaN(change)) {
            return Optional.of(StopReason.DIVERGED);
        }
        if (change < settings.tolerance() && trace.size() > WARM_UP + 1) {
            return Optional.of(StopReason.CONVERGED);
        }
        return trace.size() >= settings.sweeps() ? Optional.of(StopReason.SWEEP_LIMIT) : Optional.empty();
    }
}
