package org.eyrie.lrmf.trial.predictor;

import org.eyrie.lrmf.math.Logistic;

/** Where a baseline does its arithmetic. */
enum Scale {
    /**
     * In logits, of scores clipped to .005 to .995: for whole benchmarks, whose scores crowd near their ends. On the
     * real leaderboard plain means of architecture and size do a little better at a cold start (RMSE .0743 against
     * .0764); logits are kept so that means and factorisation differ in method only.
     */
    LOGIT {
        @Override
        double of(double score) {
            double clipped = Math.max(CLIP, Math.min(1 - CLIP, score));
            return Logistic.logit(clipped);
        }

        @Override
        double toScore(double value) {
            return Logistic.of(value);
        }
    },

    /** In scores as they are: for items, where the mean of outcomes is the share of successes. */
    SCORE {
        @Override
        double of(double score) {
            return score;
        }

        @Override
        double toScore(double value) {
            return Math.max(0, Math.min(1, value));
        }
    };

    private static final double CLIP = 0.005;

    abstract double of(double score);

    abstract double toScore(double value);
}
