package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.ScoreForecast;
import org.eyrie.lrmf.posterior.FamilyPosterior;

/**
 * Forecasts benchmarks whose truth is known from a few of a model's outcomes, drawn at random or chosen to tell most.
 *
 * @param outcomes of the models that are tried
 * @param shared learned without those of the models that are tried
 */
record ForecastTrial(ItemBlocks blocks, OutcomeTable outcomes, FamilyPosterior field, ItemShared shared) {

    /** Numbers of items that errors are measured after. */
    private static final int[] OBSERVED = {0, 10, 30, 100, 300};

    /** Items that are chosen to tell most; more take long to choose. */
    private static final int MOST_CHOSEN = 100;

    /** A benchmark that a model answered less of does not tell its true score. */
    private static final double NEARLY_ALL = 0.95;

    /**
     * How the forecasts of a model erred.
     *
     * @param u row of its outcomes
     * @param fieldRow its row of the field
     * @param word what relatives say of it
     * @param choose whether to try chosen items too
     */
    List<ForecastCalibration.Miss> of(
            int u, int fieldRow, Inheritance.Word word, boolean choose, SplittableRandom random) {
        List<ForecastCalibration.Miss> found = new ArrayList<>();
        ItemizedBenchmarks own = new ItemizedBenchmarks(blocks, outcomes, u);
        for (ColdOrInformed standing : ColdOrInformed.values()) {
            IntPredicate without =
                    switch (standing) {
                        case COLD -> column -> true;
                        case INFORMED -> own::covers;
                    };
            ModelItems fresh = shared.fresh(field, fieldRow, without, standing, word);
            for (int b = 0; b < blocks.benchmarks(); b++) {
                int[] cells = cellsOf(u, b);
                if (cells.length >= NEARLY_ALL * blocks.items(b)) {
                    Known known = new Known(u, b, truth(u, cells));
                    measure(fresh, known, Shuffle.of(cells, random), found);
                    if (choose) {
                        measure(fresh, known, chosen(fresh, known, cells), found);
                    }
                }
            }
        }
        return found;
    }

    /** A benchmark of a model, and its share of successes there. */
    private record Known(int model, int benchmark, double truth) {}

    private double truth(int u, int[] cells) {
        return Arrays.stream(cells)
                .mapToDouble(cell -> outcomes.success(u, cell) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** Errors from the first of a model's cells, a few, more, and many. */
    private void measure(ModelItems fresh, Known known, int[] cells, List<ForecastCalibration.Miss> found) {
        double unseen = fresh.unseenDeviation(known.benchmark());
        for (int observed : OBSERVED) {
            if (observed > blocks.items(known.benchmark()) / 2 || observed > cells.length) {
                return;
            }
            int[] column = new int[observed];
            boolean[] success = new boolean[observed];
            for (int c = 0; c < observed; c++) {
                column[c] = outcomes.column(known.model(), cells[c]);
                success[c] = outcomes.success(known.model(), cells[c]);
            }
            ScoreForecast forecast = fresh.given(column, success).raw(known.benchmark());
            found.add(new ForecastCalibration.Miss(
                    known.benchmark(),
                    fresh.standing(),
                    forecast.deviation() / unseen,
                    Math.abs(forecast.mean() - known.truth()) / forecast.deviation()));
        }
    }

    /** Those of a model's cells that tell most, the first of them first. */
    private int[] chosen(ModelItems fresh, Known known, int[] cells) {
        int start = blocks.start()[known.benchmark()];
        Map<Integer, Integer> cellOf = new HashMap<>();
        for (int cell : cells) {
            cellOf.put(outcomes.column(known.model(), cell) - start, cell);
        }
        return fresh.plan(known.benchmark(), MOST_CHOSEN)
                .filter(cellOf::containsKey)
                .map(cellOf::get)
                .toArray();
    }

    /** Which of a model's seen cells are items of a benchmark. */
    private int[] cellsOf(int u, int benchmark) {
        return IntStream.range(0, outcomes.cells(u))
                .filter(k -> outcomes.column(u, k) >= blocks.start()[benchmark])
                .filter(k -> outcomes.column(u, k) < blocks.start()[benchmark + 1])
                .toArray();
    }
}
