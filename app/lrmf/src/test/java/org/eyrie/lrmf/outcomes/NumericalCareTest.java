package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.LineageGraph;
import org.junit.jupiter.api.Test;

class NumericalCareTest {

    private static final SmallWorld ONE = new SmallWorld(100, 120, 2, 0.3, 21);
    private static final SmallWorld OTHER = new SmallWorld(100, 120, 2, 0.3, 22);

    private static OutcomeModel fit(LineageGraph lineage, OutcomeTable table, int[] group, int groups) {
        return OutcomeFit.fit(
                new OutcomeProblem(lineage, table, group, groups), OutcomeSettings.learned(2, 1), RunContext.of(2));
    }

    @Test
    void twoBlocksThatNoModelJoinsAreEachPredictedAsWellAsAlone() {
        OutcomeTable one = ONE.seen(0.4).outcomes();
        OutcomeTable other = OTHER.seen(0.4).outcomes();
        int[] group = new int[ONE.columns + OTHER.columns];
        Arrays.fill(group, ONE.columns, group.length, 1);
        OutcomeModel both = fit(sideBySide(ONE.lineage, OTHER.lineage), blocks(one, other), group, 2);
        OutcomeModel alone = fit(ONE.lineage, one, new int[ONE.columns], 1);

        assertThat(error(both, ONE, 0, 0)).isLessThan(1.1 * error(alone, ONE, 0, 0));
        assertThat(error(both, OTHER, ONE.models, ONE.columns)).isLessThan(1.3 * error(alone, ONE, 0, 0));
        for (int i = 0; i < group.length; i++) {
            assertThat(both.probability(3, i)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void anEdgeNamedTwiceIsNoStrongerTie() {
        LineageGraph once = ONE.lineage;
        OutcomeTable table = ONE.seen(0.3).outcomes();
        LineageGraph twice = new LineageGraph(
                once.models(),
                1,
                doubled(once.child()),
                doubled(once.parent()),
                new int[2 * once.edges()],
                filled(2 * once.edges(), Double.NaN));
        OutcomeModel expected = fit(once, table, new int[ONE.columns], 1);
        OutcomeModel found = fit(twice, table, new int[ONE.columns], 1);
        for (int u = 0; u < once.models(); u++) {
            assertThat(found.probability(u, 7)).isCloseTo(expected.probability(u, 7), within(1e-3));
        }
    }

    @Test
    void sumsOfARowInSinglePrecisionAreGoodToFiveDigits() {
        SplittableRandom random = new SplittableRandom(5);
        int columns = 20_000;
        PaddedRank stride = new PaddedRank(8);
        Factors items = new Factors(columns, stride);
        double[] extended = new double[stride.extended()];
        for (int i = 0; i < columns; i++) {
            for (int k = 0; k < extended.length; k++) {
                extended[k] = random.nextGaussian();
            }
            items.set(i, extended);
        }
        extended[8] = 1; // what an item's intercept is multiplied by
        Factors models = new Factors(1, stride);
        models.set(0, extended);
        byte[] success = new byte[columns];
        int[] column = new int[columns];
        for (int i = 0; i < columns; i++) {
            column[i] = i;
            success[i] = (byte) random.nextInt(2);
        }
        OutcomeTable table = OutcomeTable.of(1, columns, new int[columns], column, success);
        RowStatistics found = new RowStatistics(KernelSelection.fastest(), stride, true);
        found.collect(table, 0, models, items);

        QuadraticBound exact = new QuadraticBound(items);
        exact.touch(Arrays.copyOf(extended, 8), 0, new double[64], 0);
        for (int i = 0; i < columns; i++) {
            exact.add(i, success[i] == 1);
        }
        int at = 0;
        for (int j = 0; j < 8; j++) {
            for (int k = 0; k <= j; k++, at++) {
                double scale = Math.sqrt(exact.gram[j * 8 + j] * exact.gram[k * 8 + k]);
                assertThat(found.gram[at] - exact.gram[j * 8 + k]).isCloseTo(0, within(1e-5 * scale));
            }
        }
    }

    private static LineageGraph sideBySide(LineageGraph one, LineageGraph other) {
        int edges = one.edges() + other.edges();
        int[] child = Arrays.copyOf(one.child(), edges);
        int[] parent = Arrays.copyOf(one.parent(), edges);
        for (int e = 0; e < other.edges(); e++) {
            child[one.edges() + e] = one.models() + other.child()[e];
            parent[one.edges() + e] = one.models() + other.parent()[e];
        }
        return new LineageGraph(
                one.models() + other.models(), 1, child, parent, new int[edges], filled(edges, Double.NaN));
    }

    private static OutcomeTable blocks(OutcomeTable one, OutcomeTable other) {
        List<int[]> cells = new ArrayList<>();
        collect(one, 0, 0, cells);
        collect(other, one.rows(), one.columns(), cells);
        byte[] success = new byte[cells.size()];
        for (int c = 0; c < success.length; c++) {
            success[c] = (byte) cells.get(c)[2];
        }
        return OutcomeTable.of(
                one.rows() + other.rows(),
                one.columns() + other.columns(),
                cells.stream().mapToInt(cell -> cell[0]).toArray(),
                cells.stream().mapToInt(cell -> cell[1]).toArray(),
                success);
    }

    private static void collect(OutcomeTable table, int firstRow, int firstColumn, List<int[]> cells) {
        for (int u = 0; u < table.rows(); u++) {
            for (int k = 0; k < table.cells(u); k++) {
                cells.add(new int[] {firstRow + u, firstColumn + table.column(u, k), table.success(u, k) ? 1 : 0});
            }
        }
    }

    /** Mean squared distance from the true probabilities of a world that lies somewhere in a larger table. */
    private static double error(OutcomeModel model, SmallWorld world, int firstRow, int firstColumn) {
        double sum = 0;
        for (int u = 0; u < world.models; u++) {
            for (int i = 0; i < world.columns; i++) {
                double error = model.probability(firstRow + u, firstColumn + i) - world.probability[u][i];
                sum += error * error;
            }
        }
        return sum / world.models / world.columns;
    }

    private static int[] doubled(int[] once) {
        int[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        return twice;
    }

    private static double[] filled(int length, double value) {
        double[] result = new double[length];
        Arrays.fill(result, value);
        return result;
    }
}
