package org.eyrie.lrmf.trial.predictor;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Fitted;

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
    private final ErrorsBySeen errors;

    FittedFactors(int models, ValuesByModel values, Loadings loadings, Scale scale, SplittableRandom random) {
        this.values = values;
        this.loadings = loadings;
        this.scale = scale;
        int most = IntStream.range(0, models).map(this::cells).max().orElse(0);
        this.errors = new ErrorsBySeen(loadings.columns(), most);
        RidgeSolver solver = new RidgeSolver(loadings.rank());
        for (int u = 0; u < models; u++) {
            addErrors(u, solver, random);
        }
        errors.sort();
    }

    private void addErrors(int model, RidgeSolver solver, SplittableRandom random) {
        int[] cells = values.cellsOf(model);
        double[] factor = new double[loadings.rank()];
        for (int seen = 0; seen < cells.length; seen = seen < 4 ? seen + 1 : seen * 2) {
            Shuffle.draw(cells, Math.min(cells.length, seen + OTHERS), random);
            loadings.solveModel(cells, seen, solver, factor, 0);
            for (int k = seen; k < Math.min(cells.length, seen + OTHERS); k++) {
                int column = values.column(cells[k]);
                errors.add(seen, column, values.value(cells[k]) - loadings.value(factor, 0, column));
            }
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
                int[] cells = values.cellsOf(solved);
                loadings.solveModel(cells, cells.length, solver, factor, 0);
            }
            double value = loadings.value(factor, 0, column[c]);
            Residuals likely = errors.of(cells(solved));
            means[c] = scale.toScore(value);
            lower[c] = scale.toScore(value + likely.lower(column[c], level));
            upper[c] = scale.toScore(value + likely.upper(column[c], level));
        }
        return new Estimates(means, lower, upper);
    }

    private int cells(int model) {
        return values.first(model + 1) - values.first(model);
    }
}
