package org.eyrie.lrmf.trial.predictor;

import java.util.SplittableRandom;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.Problem;

/** A mean, biases and factors of models and columns, by alternating ridge regressions of one side on the other. */
final class BiasedFactors implements LogitTable {

    /** Of biases and factors alike; of .3, 1 and 2 the best on cells hidden from a public table. */
    private static final double RIDGE = 1;

    private static final int SWEEPS = 40;
    private static final double FIRST = 0.3;

    private final int rank;
    private final int[] model;
    private final int[] column;
    private final double[] value;
    private final double mean;

    /** Per model a one, its factors and its bias: features of the columns' regression and, but for the one, its result. */
    private final double[] ofModels;

    /** Per column its bias, its factors and a one. */
    private final double[] ofColumns;

    BiasedFactors(Problem problem, int rank, SplittableRandom random) {
        this.rank = rank;
        model = problem.observations().model();
        column = problem.observations().column();
        value = new double[model.length];
        double sum = 0;
        for (int c = 0; c < value.length; c++) {
            value[c] = Scale.LOGIT.of(problem.observations().score()[c]);
            sum += value[c];
        }
        mean = value.length == 0 ? 0 : sum / value.length;
        int models = problem.lineage().models();
        int columns = problem.observations().columns();
        ofModels = first(models, 0, random);
        ofColumns = first(columns, rank + 1, random);
        Groups byModel = Groups.of(model, models);
        Groups byColumn = Groups.of(column, columns);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            solve(byColumn, columns, model, ofModels, ofColumns, 0);
            solve(byModel, models, column, ofColumns, ofModels, 1);
        }
    }

    /** Small factors, no biases, and a one at the given place. */
    private double[] first(int rows, int one, SplittableRandom random) {
        int n = rank + 2;
        double[] drawn = new double[rows * n];
        for (int r = 0; r < rows; r++) {
            for (int k = 1; k <= rank; k++) {
                drawn[r * n + k] = FIRST * random.nextGaussian();
            }
            drawn[r * n + one] = 1;
        }
        return drawn;
    }

    /** Regresses what the other side's biases leave on its factors and a one; the results start at {@code from}. */
    private void solve(Groups groups, int rows, int[] other, double[] features, double[] results, int from) {
        int n = rank + 2;
        int bias = from == 0 ? rank + 1 : 0; // the other side's
        RidgeSolver solver = new RidgeSolver(rank + 1);
        for (int r = 0; r < rows; r++) {
            solver.begin(RIDGE);
            for (int at = groups.first(r); at < groups.end(r); at++) {
                int c = groups.item(at);
                double rest = value[c] - mean - features[other[c] * n + bias];
                solver.add(features, other[c] * n + from, rest, 1);
            }
            solver.solve(results, r * n + from);
        }
    }

    @Override
    public double logit(int u, int i) {
        int n = rank + 2;
        double sum = mean;
        for (int k = 0; k < n; k++) {
            sum += ofModels[u * n + k] * ofColumns[i * n + k];
        }
        return sum;
    }
}
