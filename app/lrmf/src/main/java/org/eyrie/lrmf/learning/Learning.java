package org.eyrie.lrmf.learning;

import java.util.Arrays;
import java.util.Optional;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSystem;
import org.eyrie.lrmf.field.StrengthLearning;
import org.eyrie.lrmf.field.StrengthPrior;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.observation.CellEvidence;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.TermClass;
import org.jspecify.annotations.Nullable;

/** Expectation maximisation over strengths, pulls, loadings and noise: one sweep is one posterior and one improvement. */
final class Learning {

    private static final double REFERENCE_SHARE = 0.1;
    private static final double REFERENCE_TERMS = 8;
    private static final double USUAL_PULL = 0.2;
    private static final double PULL_PRECISION = 100;
    private static final double DRIFT_SHARE = 0.06;
    private static final double MIXTURE_SHARE = 1e-5;

    private final FieldSystem system;
    private final ObservedCells cells;
    private final StrengthLearning strengthLearning;
    private final ColumnLearning columnLearning;
    private final double[] driftPrecision;
    private final int drifts;
    private final Runnable check;

    /** @param check asked now and then; may throw to end the work */
    Learning(LineageField field, FieldSystem system, ObservedCells cells, ColumnStart start, Runnable check) {
        this.check = check;
        this.system = system;
        this.cells = cells;
        double[] reference = scaled(start.spread(), REFERENCE_SHARE);
        StrengthPrior prior = new StrengthPrior(reference, REFERENCE_TERMS, USUAL_PULL, PULL_PRECISION);
        strengthLearning = new StrengthLearning(prior, field.classes().fixed());
        columnLearning = new ColumnLearning(start.columns(), cells);
        drifts = field.drifts().list().size();
        double[] one = FieldSystem.precisionOf(
                scaled(start.spread(), DRIFT_SHARE), start.columns().d());
        driftPrecision = new double[drifts * one.length];
        for (int k = 0; k < drifts; k++) {
            System.arraycopy(one, 0, driftPrecision, k * one.length, one.length);
        }
    }

    /**
     * Strengths to begin with: shares of the models' spread by kind of term, as the leaderboard's fit ended, so that
     * learning has less far to go there and elsewhere.
     */
    static Strengths initial(LineageField field, ColumnStart start) {
        int d = start.columns().d();
        double[][] covariance = new double[field.classes().size()][];
        double[][] pull = new double[covariance.length][2 * d];
        for (int k = 0; k < covariance.length; k++) {
            TermClass termClass = field.classes().list().get(k);
            covariance[k] = scaled(start.spread(), initialShare(termClass));
            Arrays.fill(pull[k], USUAL_PULL);
        }
        return new Strengths(
                d, covariance, pull, new double[field.drifts().list().size() * d]);
    }

    private static double initialShare(TermClass termClass) {
        return switch (termClass.kind()) {
            case DERIVED -> 0.1;
            case FOUNDER -> 0.1;
            case STUB, ARCHITECTURE -> 0.16;
            case CLADE -> 0.11;
            case SIZE -> 0.14;
            case ROOT -> 0.18;
            case MAGNITUDE -> 0.09;
            case AUTHOR, SERIES -> 0.05;
            case MIXTURE -> MIXTURE_SHARE;
        };
    }

    private static double[] scaled(double[] block, double share) {
        return Arrays.stream(block).map(v -> v * share).toArray();
    }

    /**
     * The posterior under what was learned so far; empty where the numbers have ceased to make sense.
     *
     * @param before a posterior under something like it, if there is one
     */
    Optional<FitState> at(Learned learned, @Nullable FieldPosterior before) {
        ColumnParameters columns = learned.columns();
        Strengths strengths = learned.strengths();
        CellEvidence evidence = new CellEvidence(cells, columns);
        return system.solveWithDrifts(strengths, evidence, driftPrecision, before, check)
                .map(posterior -> new FitState(
                        columns,
                        posterior.strengths(),
                        posterior,
                        posterior.logEvidence()
                                + evidence.logDensity()
                                + strengthLearning.logPrior(strengths)
                                + driftLogPrior(posterior.strengths())
                                + columnLearning.logPrior(columns)))
                .filter(state -> Double.isFinite(state.objective()));
    }

    private double driftLogPrior(Strengths strengths) {
        int d = strengths.d();
        double sum = 0;
        for (int k = 0; k < drifts; k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    sum -= 0.5
                            * strengths.drift()[k * d + i]
                            * driftPrecision[(k * d + i) * d + j]
                            * strengths.drift()[k * d + j];
                }
            }
        }
        return sum;
    }

    /** What one step of expectation maximisation makes of what was learned. */
    Learned step(FitState state) {
        state.posterior().prepareCovariance(check);
        return new Learned(
                columnLearning.improve(state.posterior(), state.columns()),
                strengthLearning.improve(state.posterior(), state.strengths()));
    }

    /** A better state: as far as the acceleration dares to go, or, where that leads downhill, one plain step on. */
    Optional<FitState> improved(FitState state, AndersonAcceleration acceleration) {
        Learned now = new Learned(state.columns(), state.strengths());
        Learned plain = step(state);
        Learned bold = now.withVector(acceleration.next(now.toVector(), plain.toVector()));
        Optional<FitState> there = attempt(bold, state);
        if (there.isPresent()) {
            return there;
        }
        acceleration.reset();
        return at(plain, state.posterior());
    }

    private Optional<FitState> attempt(Learned bold, FitState state) {
        try {
            return at(bold, state.posterior()).filter(next -> next.objective() >= state.objective());
        } catch (ArithmeticException e) {
            return Optional.empty(); // so far that a covariance overflows
        }
    }

    /** Log-evidence of the data alone. */
    double logLikelihood(FitState state) {
        return state.posterior().logEvidence() + new CellEvidence(cells, state.columns()).logDensity();
    }
}
