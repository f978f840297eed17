package org.eyrie.lrmf.kinship;

import org.eyrie.lrmf.math.Logistic;

/** What some siblings did at one task, each asked at least once. */
final class TaskTrials {

    /** Variance of a task's logits over siblings before it is seen, and how far off that may be. */
    private static final double USUAL_VARIANCE = 1;

    private static final double VARIANCE_DOUBT = 1;

    /** Items of each sibling from which on a share's logit can be looked at by itself. */
    private static final double ENOUGH_ITEMS = 8;

    private final int[] members;
    private final int[] solved;
    private final int[] asked;

    /**
     * Of so many.
     *
     * @param members which siblings
     */
    TaskTrials(int[] members, int[] solved, int[] asked) {
        this.members = members;
        this.solved = solved;
        this.asked = asked;
    }

    int[] members() {
        return members;
    }

    int[] solved() {
        return solved;
    }

    int[] asked() {
        return asked;
    }

    int count() {
        return members.length;
    }

    /** Logit of a share, half an item added to both sides. */
    double logit(int at) {
        return Logistic.logit(share(at));
    }

    private double share(int at) {
        return (solved[at] + .5) / (asked[at] + 1);
    }

    /** Variance of that logit. */
    double noise(int at) {
        double share = share(at);
        return 1 / (asked[at] * share * (1 - share));
    }

    /** Every so-many-th of them, so that there are at most so many. */
    TaskTrials thinned(int most) {
        int step = (count() + most - 1) / most;
        if (step <= 1) {
            return this;
        }
        int taken = (count() + step - 1) / step;
        int[][] rows = new int[3][taken];
        for (int i = 0; i < taken; i++) {
            rows[0][i] = members[i * step];
            rows[1][i] = solved[i * step];
            rows[2][i] = asked[i * step];
        }
        return new TaskTrials(rows[0], rows[1], rows[2]);
    }

    /**
     * Variance of logits over siblings, noise aside: by the scatter of shares, held to what is usual as far as few items leave
     * it open; with many items by the scatter of logits where that is more, as logits spread at the ends.
     */
    double variance() {
        double solvedItems = .5;
        double askedItems = 1;
        for (int i = 0; i < count(); i++) {
            solvedItems += solved[i];
            askedItems += asked[i];
        }
        double mean = solvedItems / askedItems;
        double slope = mean * (1 - mean);
        double items = (askedItems - 1) / count();
        double scatter = 0;
        double level = 0;
        double noise = 0;
        for (int i = 0; i < count(); i++) {
            double share = solved[i] / (double) asked[i];
            scatter += (share - mean) * (share - mean) - slope / asked[i];
            level += logit(i) / count();
            noise += noise(i) / count();
        }
        int others = Math.max(1, count() - 1);
        double found = Math.max(0, scatter / others) / (slope * slope);
        double error = Math.sqrt(2.0 / others) * (1 / (items * slope) + Math.max(found, .1));
        double weight = 1 / (error * error);
        double held = (weight * found + USUAL_VARIANCE / (VARIANCE_DOUBT * VARIANCE_DOUBT))
                / (weight + 1 / (VARIANCE_DOUBT * VARIANCE_DOUBT));
        if (items < ENOUGH_ITEMS) {
            return held;
        }
        double spread = 0;
        for (int i = 0; i < count(); i++) {
            spread += (logit(i) - level) * (logit(i) - level) / count();
        }
        return Math.max(held, spread - noise);
    }
}
