package org.eyrie.lrmf.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.statistics.Expectation;
import org.eyrie.lrmf.statistics.MStep;
import org.eyrie.lrmf.statistics.SharedParameters;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Expectation maximisation: the posterior under the parameters, the parameters under which what it says is most likely,
 * and so on, accelerated, until neither moves. It does not know where the families are.
 *
 * @param <S> what the expectation step keeps of a posterior
 */
final class ExpectationMaximisation<S extends Expectation.Posterior> {

    private final Expectation<S> expectation;
    private final MStep mStep;
    private final LrmfSettings settings;
    private final Convergence convergence;
    private final AndersonAcceleration acceleration = new AndersonAcceleration();

    ExpectationMaximisation(Expectation<S> expectation, MStep mStep, LrmfSettings settings, Convergence.Size size) {
        this.expectation = expectation;
        this.mStep = mStep;
        this.settings = settings;
        this.convergence = new Convergence(size, settings.tolerance());
    }

    /**
     * Where learning ended.
     *
     * @param posterior under the last parameters
     * @param trace penalised log-evidence at every sweep, never falling
     */
    record Learned<S>(S posterior, List<Double> trace, StopReason stopReason) {}

    /** A posterior and the penalised log-evidence under its parameters. */
    private record State<S>(S posterior, double objective) {}

    /**
     * Learns.
     *
     * @throws ArithmeticException if there is no posterior under the first parameters
     * @throws CancelledException if it is cancelled before there is one
     */
    Learned<S> from(SharedParameters start, Progress progress) {
        progress.at(LrmfFit.LEARNING, 0, settings.maxSweeps());
        State<S> state = at(start, null)
                .orElseThrow(() -> new ArithmeticException("The field is not positive definite at its start"));
        ScoreScale scale = new ScoreScale(settings.margin());
        List<Double> trace = new ArrayList<>();
        @Nullable StopReason stop = null;
        while (stop == null) {
            trace.add(state.objective());
            stop = reasonToStop(trace.size() - 1, progress.cancelled());
            if (stop == null) {
                try {
                    Optional<State<S>> next = improved(state);
                    if (next.isPresent()) {
                        double moved = expectation.squaredMovement(
                                state.posterior(), next.get().posterior(), scale);
                        convergence.sweep(moved, next.get().objective() - state.objective());
                        state = next.get();
                        progress.at(LrmfFit.LEARNING, trace.size(), settings.maxSweeps());
                    } else {
                        stop = StopReason.DIVERGED;
                    }
                } catch (CancelledException e) {
                    stop = StopReason.CANCELLED;
                }
            }
        }
        return new Learned<>(state.posterior(), List.copyOf(trace), stop);
    }

    private @Nullable StopReason reasonToStop(int sweeps, boolean cancelled) {
        if (cancelled) {
            return StopReason.CANCELLED;
        }
        if (convergence.hasSettled()) {
            return StopReason.CONVERGED;
        }
        return sweeps == settings.maxSweeps() ? StopReason.SWEEP_LIMIT : null;
    }

    /** The posterior under some parameters; empty where the numbers have ceased to make sense. */
    private Optional<State<S>> at(SharedParameters wanted, @Nullable S before) {
        return expectation
                .at(wanted, before)
                .map(posterior ->
                        new State<>(posterior, posterior.logEvidence() + mStep.logPrior(posterior.parameters())))
                .filter(state -> Double.isFinite(state.objective()));
    }

    /** A better state: as far as the acceleration dares to go, or, where that leads downhill, one plain step on. */
    private Optional<State<S>> improved(State<S> state) {
        SharedParameters now = state.posterior().parameters();
        SharedParameters plain = mStep.next(expectation.statistics(state.posterior()), now);
        SharedParameters bold = plain.withVector(acceleration.next(now.toVector(), plain.toVector()));
        Optional<State<S>> there =
                attempt(bold, state.posterior()).filter(next -> next.objective() >= state.objective());
        if (there.isPresent()) {
            return there;
        }
        acceleration.reset();
        return attempt(plain, state.posterior());
    }

    private Optional<State<S>> attempt(SharedParameters wanted, S before) {
        try {
            return at(wanted, before);
        } catch (ArithmeticException e) {
            return Optional.empty(); // so far that a covariance overflows
        }
    }
}
