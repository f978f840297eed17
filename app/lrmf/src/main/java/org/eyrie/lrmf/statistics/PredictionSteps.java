package org.eyrie.lrmf.statistics;

import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ScoreScale;

/** How far predictions move from one posterior to another. */
final class PredictionSteps {

    private PredictionSteps() {}

    /**
     * Sum over models and columns of the squared step, in the unit of scores.
     *
     * @param was d numbers per model, of {@code before}; {@code is} likewise, of {@code now}
     */
    static double squared(
            ColumnParameters before, double[] was, ColumnParameters now, double[] is, int models, ScoreScale scale) {
        double sum = 0;
        for (int u = 0; u < models; u++) {
            for (int i = 0; i < now.count(); i++) {
                double step =
                        scale.score(now.predict(i, is, u * now.d())) - scale.score(before.predict(i, was, u * now.d()));
                sum += step * step;
            }
        }
        return sum;
    }
}
