package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/** Scores by column and model. */
final class MemberScores {

    private MemberScores() {}

    /** Logits, NaN where there is none; a cell that was measured twice has the mean. */
    static double[][] of(Problem problem, ScoreScale scale) {
        Observations cells = problem.observations();
        double[][] logit = new double[cells.columns()][problem.lineage().models()];
        int[][] times = new int[cells.columns()][problem.lineage().models()];
        for (double[] column : logit) {
            Arrays.fill(column, Double.NaN);
        }
        for (int c = 0; c < cells.cells(); c++) {
            int i = cells.column()[c];
            int u = cells.model()[c];
            double value = scale.logit(cells.score()[c]);
            int before = times[i][u]++;
            logit[i][u] = before == 0 ? value : (logit[i][u] * before + value) / (before + 1);
        }
        return logit;
    }
}
