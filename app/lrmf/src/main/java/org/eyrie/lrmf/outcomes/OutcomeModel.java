package org.eyrie.lrmf.outcomes;

import java.util.List;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.math.Logistic;

/** What a fit of outcomes found. */
public final class OutcomeModel {

    private final OutcomeProblem problem;
    private final OutcomeShared shared;
    private final OutcomeSettings settings;
    private final Factors models;
    private final Factors columns;
    private final List<Double> trace;
    private final StopReason stopReason;
    private final double likeness;

    OutcomeModel(
            OutcomeProblem problem,
            OutcomeShared shared,
            Factors models,
            List<Double> trace,
            StopReason stopReason,
            double likeness) {
        this.problem = problem;
        this.shared = shared;
        this.settings = shared.settings();
        this.models = models;
        this.columns = shared.columns();
        this.trace = List.copyOf(trace);
        this.stopReason = stopReason;
        this.likeness = likeness;
    }

    public OutcomeProblem problem() {
        return problem;
    }

    public OutcomeSettings settings() {
        return settings;
    }

    /** What all models share, enough to answer another one. */
    public OutcomeShared shared() {
        return shared;
    }

    /** How far columns were found to follow their neighbours: 0 not at all, 1 wholly. */
    public double likeness() {
        return likeness;
    }

    public StopReason stopReason() {
        return stopReason;
    }

    /** Root mean square move of the logits, sweep by sweep. */
    public List<Double> trace() {
        return trace;
    }

    /** How strongly residuals are held near zero: founders, then one per relation. */
    public double[] strengths() {
        return shared.strength().clone();
    }

    /**
     * P(success) of a model at a column.
     *
     * <p>Where covariances were carried along, the mean over the posterior, by MacKay's approximation of the
     * logistic-normal integral (1992), which errs by less than 0.01; otherwise σ at the factors.
     */
    public double probability(int model, int column) {
        double logit = logit(model, column);
        double variance = settings.spread() ? Math.max(0, expectedSquare(model, column) - logit * logit) : 0;
        return Logistic.of(logit / Math.sqrt(1 + Math.PI / 8 * variance));
    }

    /** Component k of a model's factor, k from 0 to d - 1. */
    double skill(int model, int k) {
        return models.get(model, k);
    }

    /** Component k of a column's factor, or its intercept where k is d. */
    double loading(int column, int k) {
        return columns.get(column, k);
    }

    /** m_u · x_i + b_i. */
    public double logit(int model, int column) {
        int row = models.stride().row();
        float[] m = models.values();
        float[] x = columns.values();
        double sum = 0;
        for (int k = 0; k < models.stride().extended(); k++) {
            sum += (double) m[model * row + k] * x[column * row + k];
        }
        return sum;
    }

    /**
     * What is known of a model's skills: from its own outcomes, its relatives' and the prior.
     *
     * @throws IllegalStateException if the fit did not carry covariances along
     */
    public SkillPosterior posterior(int model) {
        if (!settings.spread()) {
            throw new IllegalStateException("Only a fit that carries covariances along knows how sure it is");
        }
        return models.posterior(model, columns);
    }

    private double expectedSquare(int model, int column) {
        int outer = models.stride().outer();
        float[] m = models.outers();
        float[] x = columns.outers();
        int at = 0;
        double sum = 0;
        for (int j = 0; j < models.stride().extended(); j++) {
            for (int k = 0; k < j; k++, at++) {
                sum += 2.0 * m[model * outer + at] * x[column * outer + at];
            }
            sum += (double) m[model * outer + at] * x[column * outer + at];
            at++;
        }
        return sum;
    }
}
