package org.eyrie.boosting;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

/** Trees of LightGBM (Ke et al. 2017) that predict one number. */
final class LightGbm implements AutoCloseable {

    /**
     * Of 350 to 600 trees of 15 leaves none was better than another. One thread, since columns are learned side by side;
     * with that and the two switches equal seeds give equal trees.
     */
    private static final String SETTINGS = "objective=regression num_leaves=15 learning_rate=0.03 min_data_in_leaf=10"
            + " feature_fraction=0.5 bagging_fraction=0.8 bagging_freq=1 lambda_l2=1 num_threads=1 verbosity=-1"
            + " deterministic=true force_row_wise=true seed=";

    private static final int TREES = 450;

    private final LGBMBooster booster;

    private LightGbm(LGBMBooster booster) {
        this.booster = booster;
    }

    /**
     * Learns.
     *
     * @param rows features, row by row, NaN where unknown
     * @param target what to predict, one per row
     */
    static LightGbm learn(double[] rows, float[] target, long seed) {
        String settings = SETTINGS + (seed & Integer.MAX_VALUE);
        int columns = rows.length / target.length;
        try (LGBMDataset data = LGBMDataset.createFromMat(rows, target.length, columns, true, settings, null)) {
            data.setField("label", target);
            LGBMBooster booster = LGBMBooster.create(data, settings);
            boolean finished = false;
            for (int tree = 0; tree < TREES && !finished; tree++) {
                finished = booster.updateOneIter();
            }
            return new LightGbm(booster);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM cannot learn", e);
        }
    }

    /** Predictions, one per row. */
    double[] predict(double[] rows, int count) {
        if (count == 0) {
            return new double[0];
        }
        try {
            return booster.predictForMat(rows, count, rows.length / count, true, PredictionType.C_API_PREDICT_NORMAL);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM cannot predict", e);
        }
    }

    @Override
    public void close() {
        try {
            booster.close();
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM cannot let go of its memory", e);
        }
    }
}
