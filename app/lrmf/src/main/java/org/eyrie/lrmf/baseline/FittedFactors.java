package org.eyrie.lrmf.baseline;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.backtest.Estimates;
import org.eyrie.lrmf.backtest.Fitted;

/**
 * Predictions of plain factorisation with intervals. Errors depend on how many cells of a model were seen, so each
 * training model is solved anew from none, one, two, ... of its cells and asked for its others; the quantiles of these
 * errors make the intervals of models with as many cells.
 */
final class FittedFactors implements Fitted {

    /** Others asked for at most, per model and number of cells: enough for quantiles when there are thousands. */
    private static final int OTHERS = 64;

    private final ValuesByModel values;
    private final Loadings loadings;
    private final Scale scale;
    private final Residuals[] residuals;

    FittedFactors(int models, ValuesByModel values, Loadings loadings, Scale scale, SplittableRandom random) {
        this.values = values;
        this.loadings = loadings;
        this.scale = scale;
        int most = IntStream.range(0, models).map(this::cells).max().orElse(0);
        this.residuals = new Residuals[bucket(most) + 1];
        Arrays.setAll(residuals, b -> new Residuals(loadings.columns()));
        RidgeSolver solver = new RidgeSolver(loadings.rank());
        for (int u = 0; u < models; u++) {
            addErrors(u, solver, random);
        }
        for (Residuals errors : residuals) {
            errors.sort();
        }
    }

    private void addErrors(int model, RidgeSolver solver, SplittableRandom random) {
        int[] cells = values.cellsOf(model);
        double[] factor = new double[loadings.rank()];
        for (int seen = 0; seen < cells.length; seen = seen < 4 ? seen + 1 : seen * 2) {
            draw(cells, Math.min(cells.length, seen + OTHERS), random);
            loadings.solveModel(cells, seen, solver, factor, 0);
            for (int k = seen; k < Math.min(cells.length, seen + OTHERS); k++) {
                int column = values.column(cells[k]);
                residuals[bucket(seen)].add(column, values.value(cells[k]) - loadings.value(factor, 0, column));
            }
        }
    }

    /** Brings that many random cells to the front. */
    private static void draw(int[] cells, int front, SplittableRandom random) {
        for (int k = 0; k < front; k++) {
            int other = k + random.nextInt(cells.length - k);
            int cell = cells[k];
            cells[k] = cells[other];
            cells[other] = cell;
        }
    }

    @Override
    public Estimates predict(int[] model, int[] column, double level) {
        double[] means = new double[model.length];
        double[] lower = new double[model.length];
        double[] upper = new double[model.length];
        RidgeSolver solver = new RidgeSolver(loadings.rank());
        double[] factor = new double[loadings.rank()];
        int solved = -1;
        for (int c = 0; c < model.length; c++) {
            if (model[c] != solved) {
                solved = model[c];
                int[] cells = IntStream.range(values.first(solved), values.first(solved + 1))
                        .toArray();
                loadings.solveModel(cells, cells.length, solver, factor, 0);
            }
            double value = loadings.value(factor, 0, column[c]);
            Residuals errors = errorsWith(cells(solved));
            means[c] = scale.toScore(value);
            lower[c] = scale.toScore(value + errors.lower(column[c], level));
            upper[c] = scale.toScore(value + errors.upper(column[c], level));
        }
        return new Estimates(means, lower, upper);
    }

    private Residuals errorsWith(int cells) {
        int bucket = bucket(cells);
        // With all of its cells seen, a model has no others: what is known with fewer is the best, if cautious, guess.
        while (bucket > 0 && residuals[bucket].isEmpty()) {
            bucket--;
        }
        return residuals[bucket];
    }

    private int cells(int model) {
        return values.first(model + 1) - values.first(model);
    }

    /** Numbers of cells that are treated alike: 0, 1, 2, 3, 4 to 7, 8 to 15, ... */
    private static int bucket(int cells) {
        return cells < 4 ? cells : 2 + (31 - Integer.numberOfLeadingZeros(cells));
    }
}
