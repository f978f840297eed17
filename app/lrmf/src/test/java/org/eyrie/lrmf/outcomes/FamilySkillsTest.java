package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.LineageGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Families solved while what they share is held. */
class FamilySkillsTest {

    private static final SmallWorld WORLD = new SmallWorld(60, 50, 2, 0.4, 31);
    private static OutcomeProblem problem;
    private static OutcomeShared shared;

    @BeforeAll
    static void fit() {
        problem = WORLD.seen(0.4);
        shared = OutcomeFit.fit(problem, OutcomeSettings.learned(3, 1), 2, (sweep, change) -> {}, () -> false)
                .shared();
    }

    private static FamilySkills solve(LineageGraph lineage, OutcomeTable outcomes) {
        return FamilySkills.solve(shared, lineage, Covariates.NONE, outcomes, FamilySkills.EXACT);
    }

    private static void assertEqual(SkillPosterior one, SkillPosterior other, double error) {
        for (int k = 0; k < one.rank(); k++) {
            assertThat(one.mean()[k]).isCloseTo(other.mean()[k], within(error));
        }
        for (int k = 0; k < one.covariance().length; k++) {
            assertThat(one.covariance()[k]).isCloseTo(other.covariance()[k], within(error));
        }
    }

    /** The same cells and one more of a model. */
    private static OutcomeTable withOneMore(OutcomeTable table, int model, int column, int success) {
        int cells = table.cells();
        int[] row = new int[cells + 1];
        int[] columns = new int[cells + 1];
        byte[] outcome = new byte[cells + 1];
        int at = 0;
        for (int u = 0; u < table.rows(); u++) {
            for (int k = 0; k < table.cells(u); k++) {
                row[at] = u;
                columns[at] = table.column(u, k);
                outcome[at++] = (byte) (table.success(u, k) ? 1 : 0);
            }
        }
        row[at] = model;
        columns[at] = column;
        outcome[at] = (byte) success;
        return OutcomeTable.of(table.rows(), table.columns(), row, columns, outcome);
    }

    @Test
    void takingInAnOutcomeEqualsARefitWithTheSharedPartHeld() {
        FamilySkills before = solve(problem.lineage(), problem.outcomes());
        OutcomeTable more = problem.outcomes();
        for (int step = 0; step < 5; step++) {
            more = withOneMore(more, 9, 7 * step, step % 2);
            FamilySkills conditioned = before.given(more);
            FamilySkills refitted = solve(problem.lineage(), more);
            for (int u = 0; u < WORLD.models; u++) {
                assertEqual(conditioned.posterior(u), refitted.posterior(u), 1e-8);
            }
            before = conditioned;
        }
    }

    @Test
    void anOutcomeMovesRelativesAndNobodyElse() {
        LineageGraph pair = new LineageGraph(3, 1, new int[] {1}, new int[] {0}, new int[1], new double[] {1});
        OutcomeTable none = OutcomeTable.of(3, WORLD.columns, new int[0], new int[0], new byte[0]);
        FamilySkills before = solve(pair, none);
        FamilySkills after = before.given(withOneMore(none, 0, 3, 1));
        assertThat(after.posterior(1).probability(3))
                .isGreaterThan(before.posterior(1).probability(3));
        assertEqual(after.posterior(2), before.posterior(2), 0);
    }

    @Test
    void aFamilySolvedAloneEqualsEverythingSolvedAtOnce() {
        // two copies of the world side by side do not know each other
        int n = WORLD.models;
        LineageGraph one = problem.lineage();
        int e = one.edges();
        int[] child = Arrays.copyOf(one.child(), 2 * e);
        int[] parent = Arrays.copyOf(one.parent(), 2 * e);
        double[] weight = new double[2 * e];
        Arrays.fill(weight, Double.NaN);
        for (int k = 0; k < e; k++) {
            child[e + k] = n + one.child()[k];
            parent[e + k] = n + one.parent()[k];
        }
        LineageGraph both = new LineageGraph(2 * n, 1, child, parent, new int[2 * e], weight);
        int[] rows = IntStream.range(0, 2 * n).map(u -> u % n).toArray();
        FamilySkills together = solve(both, problem.outcomes().ofRows(rows));
        FamilySkills alone = solve(one, problem.outcomes());
        for (int u = 0; u < n; u++) {
            assertEqual(together.posterior(n + u), alone.posterior(u), 1e-8);
        }
    }

    @Test
    void aTableOfOtherColumnsIsRefused() {
        OutcomeTable other = OutcomeTable.of(WORLD.models, 3, new int[0], new int[0], new byte[0]);
        assertThatThrownBy(() -> solve(problem.lineage(), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x 3");
    }

    @Test
    void covariatesPredictModelsNobodyEvaluated() {
        SplittableRandom random = new SplittableRandom(5);
        double[] known = new double[WORLD.models];
        for (int u = 0; u < WORLD.models; u++) {
            double mean = Arrays.stream(WORLD.probability[u]).average().orElseThrow();
            known[u] = 8 * (mean - 0.5) + 0.1 * random.nextGaussian();
        }
        LineageGraph strangers = new LineageGraph(WORLD.models, 1, new int[0], new int[0], new int[0], new double[0]);
        OutcomeProblem without = new OutcomeProblem(strangers, problem.outcomes(), problem.ties(), Covariates.NONE);
        OutcomeProblem with =
                new OutcomeProblem(strangers, problem.outcomes(), problem.ties(), new Covariates(1, known));
        OutcomeSettings settings = OutcomeSettings.learned(2, 1);
        double guess = WORLD.coldError(OutcomeFit.fit(without, settings, 2, (sweep, change) -> {}, () -> false));
        double informed = WORLD.coldError(OutcomeFit.fit(with, settings, 2, (sweep, change) -> {}, () -> false));
        assertThat(informed).isLessThan(guess / 2);
    }
}
