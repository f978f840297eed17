package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import org.eyrie.lrmf.problem.CloseKin;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Problem;

/** Features of models in one column, made with the scores that may be seen. A model's own is never among them. */
final class ColumnView {

    /** Nearest names that a mean is taken of. */
    private static final int NEAREST = 5;

    /** What is known of the model itself, without the words of its name. */
    private static final int TRAITS = 8;

    private static final int OF_KIN = 4;
    private static final int OF_KIND = 2;
    private static final int OF_NAMES = 5;

    /** Words that are told apart; those of higher numbers are not. */
    private static final int WORDS = 32;

    /** Length of a row. */
    static final int FEATURES = TRAITS
            + WORDS
            + CloseKin.KINDS * OF_KIN
            + KindKeys.KINDS * OF_KIND
            + 2 * OF_NAMES
            + NearInTime.FEATURES
            + 1;

    private final double[] logit;
    private final double[][] sum;
    private final int[][] count;
    private final NearInTime times;
    private final MarkRegression marks;

    /**
     * @param logit per member, NaN where there is none or it is hidden
     * @param marks learned from these
     */
    ColumnView(double[] logit, CrowdIndex index, MarkRegression marks) {
        this.logit = logit;
        this.marks = marks;
        KindKeys kinds = index.kinds();
        times = new NearInTime(logit, index.day(), kinds);
        sum = new double[KindKeys.KINDS][];
        count = new int[KindKeys.KINDS][];
        for (int k = 0; k < KindKeys.KINDS; k++) {
            sum[k] = new double[kinds.count(k)];
            count[k] = new int[kinds.count(k)];
        }
        for (int u = 0; u < logit.length; u++) {
            if (!Double.isNaN(logit[u])) {
                int[] kind = kinds.of(u);
                for (int k = 0; k < kind.length; k++) {
                    if (kind[k] >= 0) {
                        sum[k][kind[k]] += logit[u];
                        count[k][kind[k]]++;
                    }
                }
            }
        }
    }

    /**
     * A row of features, NaN where unknown.
     *
     * @param problem that the model's traits are in
     * @param model its number there
     */
    double[] row(Tie tie, Problem problem, int model) {
        double[] row = new double[FEATURES];
        ModelTraits traits = problem.traits();
        row[0] = traits.parametersBillions()[model];
        row[1] = traits.uploadedDay()[model];
        row[2] = traits.architecture()[model];
        row[3] = traits.type()[model];
        row[4] = traits.precision()[model];
        row[5] = traits.chatTemplate()[model];
        row[6] = traits.moe()[model];
        row[7] = tie.kin()[0].length;
        for (int word : traits.words()[model]) {
            if (word < WORDS) {
                row[TRAITS + word] = 1;
            }
        }
        int at = TRAITS + WORDS;
        for (int[] kin : tie.kin()) {
            relatives(kin, row, at);
            at += OF_KIN;
        }
        for (int k = 0; k < KindKeys.KINDS; k++) {
            kind(k, tie, row, at);
            at += OF_KIND;
        }
        names(tie.near(), row, at);
        names(tie.nearOfShape(), row, at + OF_NAMES);
        at += 2 * OF_NAMES;
        times.fill(tie.kind(), row[1], own(tie), row, at);
        row[at + NearInTime.FEATURES] = marks.predict(tie.marks());
        return row;
    }

    private void relatives(int[] kin, double[] row, int at) {
        double total = 0;
        double best = Double.NaN;
        double worst = Double.NaN;
        int known = 0;
        for (int other : kin) {
            double value = logit[other];
            if (!Double.isNaN(value)) {
                total += value;
                best = known == 0 ? value : Math.max(best, value);
                worst = known == 0 ? value : Math.min(worst, value);
                known++;
            }
        }
        row[at] = total / known; // NaN where there is none
        row[at + 1] = best;
        row[at + 2] = worst;
        row[at + 3] = known;
    }

    private void kind(int k, Tie tie, double[] row, int at) {
        int kind = tie.kind()[k];
        double own = own(tie);
        boolean within = !Double.isNaN(own);
        int known = kind < 0 ? 0 : count[k][kind] - (within ? 1 : 0);
        row[at] = known == 0 ? Double.NaN : (sum[k][kind] - (within ? own : 0)) / known;
        row[at + 1] = known;
    }

    /** The model's own logit if it is among those that are seen, else NaN. */
    private double own(Tie tie) {
        return tie.member() < 0 ? Double.NaN : logit[tie.member()];
    }

    private void names(Tie.Near near, double[] row, int at) {
        Arrays.fill(row, at, at + OF_NAMES, Double.NaN);
        double total = 0;
        double weighted = 0;
        double likeness = 0;
        int known = 0;
        for (int k = 0; k < near.model().length && known < NEAREST; k++) {
            double value = logit[near.model()[k]];
            if (!Double.isNaN(value)) {
                total += value;
                weighted += near.likeness()[k] * value;
                likeness += near.likeness()[k];
                if (known == 0) {
                    row[at + 2] = value;
                    row[at + 3] = near.likeness()[k];
                }
                known++;
            }
        }
        if (known > 0) {
            row[at] = total / known;
            row[at + 1] = weighted / likeness;
            row[at + 4] = likeness / known;
        }
    }
}
