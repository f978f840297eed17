package org.eyrie.server;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.lrmf.Observations;
import org.eyrie.lrmf.Problem;
import org.eyrie.model.CancelledException;
import org.eyrie.model.Payload;
import org.eyrie.server.fit.Engine;
import org.eyrie.server.fit.FitSettings;
import org.eyrie.server.fit.Progress;
import org.eyrie.server.fit.Solution;

/** Predicts the mean of what was measured on a column: enough to see that questions and answers find their way. */
public final class AverageEngine implements Engine {

    @Override
    public Learned learn(Problem problem, FitSettings settings, Progress progress) {
        for (int sweep = 0; sweep < 3; sweep++) {
            if (!progress.at("learning", sweep, 3)) {
                throw new CancelledException("The fit was cancelled.");
            }
        }
        return new Learned(Payload.of(new byte[] {1}), "{\"preset\":\"average\"}", -1, "CONVERGED");
    }

    @Override
    public Solution solve(Payload shared, Problem problem) {
        return new Averages(problem.observations());
    }

    private record Averages(Observations cells) implements Solution {

        @Override
        public Estimate estimate(int row, int column) {
            return mean(-1, column);
        }

        @Override
        public Estimate estimateWithout(int row, int column) {
            return mean(row, column);
        }

        private Estimate mean(int without, int column) {
            double sum = 0.5;
            int count = 1;
            for (int c = 0; c < cells.cells(); c++) {
                if (cells.column()[c] == column && cells.model()[c] != without) {
                    sum += cells.score()[c];
                    count++;
                }
            }
            double mean = sum / count;
            return new Estimate(mean, mean / 2, (1 + mean) / 2, 0.9);
        }

        @Override
        public List<Share> shares(int row, int column, boolean leaveOut) {
            List<Share> shares = new ArrayList<>(List.of(new Share(-1, -1, 0.25)));
            for (int c = 0; c < cells.cells(); c++) {
                if (cells.column()[c] == column && !(leaveOut && cells.model()[c] == row)) {
                    shares.add(new Share(cells.model()[c], column, 0.125));
                }
            }
            return shares;
        }

        @Override
        public double chanceToBeat(int row, int[] others, int column) {
            return 1.0 / (1 + others.length);
        }
    }
}
