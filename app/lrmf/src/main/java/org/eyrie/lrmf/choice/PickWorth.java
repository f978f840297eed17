package org.eyrie.lrmf.choice;

import java.util.Arrays;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LogitCovariance;
import org.eyrie.lrmf.posterior.TrueScore;
import org.eyrie.lrmf.posterior.WantedColumns;

/**
 * Some models, of which the one with the highest expected true score will be taken, and what a measurement of one of them
 * is worth to that choice.
 */
public final class PickWorth {

    private final FamilyPosterior family;
    private final int[] models;
    private final WantedColumns wanted;
    private final double[] mean;
    /** By model and wanted column, what a logit is worth. */
    private final double[][] slope;

    /**
     * Of some models of a family.
     *
     * @param models at least one, each once
     */
    public PickWorth(FamilyPosterior family, int[] models, WantedColumns wanted) {
        this.family = family;
        this.models = models.clone();
        this.wanted = wanted;
        this.mean = new double[models.length];
        this.slope = new double[models.length][wanted.column().length];
        for (int k = 0; k < models.length; k++) {
            for (int j = 0; j < slope[k].length; j++) {
                TrueScore score = TrueScore.of(family, models[k], wanted.column()[j]);
                double weight = wanted.weight()[j];
                mean[k] += weight * score.mean();
                slope[k][j] = weight * score.slope();
            }
        }
    }

    /** Expected true score of each model, a weighted mean, 0 to 1. */
    public double[] mean() {
        return mean.clone();
    }

    /** The model that would be taken now, by its place. */
    public int best() {
        int best = 0;
        for (int k = 1; k < mean.length; k++) {
            if (mean[k] > mean[best]) {
                best = k;
            }
        }
        return best;
    }

    /**
     * By how much a measurement is expected to raise the true score of the one that is taken.
     *
     * @param model any of the family
     * @param column any
     * @return not below 0
     */
    public double gain(int model, int column) {
        LogitCovariance measured = LogitCovariance.of(family, model, column);
        double[] step = new double[models.length];
        Arrays.setAll(step, k -> {
            double sum = 0;
            for (int j = 0; j < slope[k].length; j++) {
                sum += slope[k][j] * measured.moves(models[k], wanted.column()[j]);
            }
            return sum;
        });
        return KnowledgeGradient.of(mean, step);
    }
}
