package org.eyrie.lrmf.crowd;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.eyrie.lrmf.observation.ScoreScale;

/**
 * Trees of one column, which speak of scores.
 *
 * @param folds a set for each fold, none where nothing was learned
 * @param toCome a set for models to come, or none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ColumnTrees(BoostedTrees[] folds, BoostedTrees[] toCome) {

    static final ColumnTrees NONE = new ColumnTrees(new BoostedTrees[0], new BoostedTrees[0]);

    boolean isNone() {
        return folds.length == 0;
    }

    /**
     * What is expected of a model that was not measured, in logits.
     *
     * @param later whether it is one to come; NaN then where no trees were learned for these
     */
    double expected(double[] row, boolean later, ScoreScale scale) {
        BoostedTrees[] asked = later ? toCome : folds;
        return asked.length == 0
                ? Double.NaN
                : logit(
                        Arrays.stream(asked)
                                .mapToDouble(set -> set.predict(row))
                                .average()
                                .orElse(0),
                        scale);
    }

    /** What one of the folds expects, in logits. */
    double expected(int fold, double[] row, ScoreScale scale) {
        return logit(folds[fold].predict(row), scale);
    }

    /** Of what trees say, which may lie a little outside of what scores can be. */
    private static double logit(double score, ScoreScale scale) {
        return scale.logit(Math.min(Math.max(score, 0), 1));
    }

    void write(DataOutputStream out) throws IOException {
        write(folds, out);
        write(toCome, out);
    }

    static ColumnTrees read(DataInputStream in) throws IOException {
        return new ColumnTrees(sets(in, CrowdLearning.FOLDS), sets(in, 1));
    }

    private static void write(BoostedTrees[] sets, DataOutputStream out) throws IOException {
        out.writeInt(sets.length);
        for (BoostedTrees each : sets) {
            each.write(out);
        }
    }

    private static BoostedTrees[] sets(DataInputStream in, int wanted) throws IOException {
        int count = in.readInt();
        if (count != 0 && count != wanted) {
            throw new IOException("there should be " + wanted + " sets of trees, not " + count);
        }
        BoostedTrees[] sets = new BoostedTrees[count];
        for (int k = 0; k < count; k++) {
            sets[k] = BoostedTrees.read(in);
        }
        return sets;
    }
}
