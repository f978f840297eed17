package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** Families that have items of their own which they answer, beyond what their skills say. */
class RelativesItemsTest {

    private static final ItemSettings SETTINGS = new ItemSettings(3, 40, 1e-2, 300, 1);

    private static ItemFit.Result fit(ItemWorld world, FamilyPosterior field) {
        return ItemFit.fit(world.items(), field, SETTINGS, RunContext.of(2)).orElseThrow();
    }

    /** Mean log-loss of new models, of whom only some relatives' outcomes are told. */
    private static double loss(ItemWorld world, FamilyPosterior field, ItemShared shared, IntPredicate told) {
        return IntStream.range(0, world.models)
                .filter(world::isNew)
                .mapToDouble(u -> loss(
                        world,
                        u,
                        shared.solve(field, world.outcomes(v -> !world.isNew(v) && told.test(v)), u, new int[0])))
                .average()
                .orElseThrow();
    }

    @Test
    void aNewModelAnswersWhatItsRelativesAnswer() {
        ItemWorld world = new ItemWorld(240, 3, 1.5);
        FamilyPosterior field = world.field();
        ItemShared shared = fit(world, field).shared();
        double silent = loss(world, field, shared, v -> false);
        double told = loss(world, field, shared, v -> true);
        assertThat(told).isLessThan(0.9 * silent);
        assertThat(shared.inheritance.items()[0][Kinships.FIRST])
                .as("covariance of parent and child, 1.5² in truth, less what skills take up")
                .isBetween(0.7, 2.5);
        assertThat(shared.inheritance.items()[1][Kinships.SECOND])
                .as("siblings")
                .isBetween(0.7, 2.5);
    }

    @Test
    void whereNothingIsPassedOnRelativesChangeLittle() {
        ItemWorld world = new ItemWorld(240, 7);
        FamilyPosterior field = world.field();
        ItemShared shared = fit(world, field).shared();
        double silent = loss(world, field, shared, v -> false);
        double told = loss(world, field, shared, v -> true);
        assertThat(told).isBetween(0.97 * silent, 1.01 * silent);
    }

    @Test
    void aNewOutcomeOfAParentMovesItsChildAtOnce() {
        ItemWorld world = new ItemWorld(240, 3, 1.5);
        FamilyPosterior field = world.field();
        ItemShared shared = fit(world, field).shared();
        int child = world.models - 1;
        int parent = field.parents(child)[0];
        int answered = IntStream.range(0, ItemWorld.ITEMS)
                .filter(i -> world.outcome[parent][i] == 1)
                .findFirst()
                .orElseThrow();
        double without = shared.solve(field, world.outcomes(v -> v == parent, i -> i != answered), child, new int[0])
                .item(0, answered, 0.9)
                .probability();
        double with = shared.solve(field, world.outcomes(v -> v == parent), child, new int[0])
                .item(0, answered, 0.9)
                .probability();
        assertThat(with).isGreaterThan(without);
    }

    @Test
    void aModelWithoutLineageIsToldOfItsKindByWhatTheFitRemembers() {
        ItemWorld world = new ItemWorld(240, 3, 1.5);
        LineageGraph none = LineageGraph.strangers(world.models, 1);
        ModelTraits kinds = world.kinds();
        FitResult whole = LrmfFit.fit(world.whole(none, kinds), LrmfSettings.DEFAULT, Progress.NONE);
        ItemFit.Result fit = fit(world, whole.models());
        assertThat(fit.mates()).hasSizeGreaterThan(100);
        ItemShared shared = ItemShared.fromBytes(fit.shared().toBytes());
        int[] away = new int[fit.mates().size()];
        Arrays.fill(away, -1);
        OutcomeTable nothing = OutcomeTable.of(1, 2 * ItemWorld.ITEMS, new int[0], new int[0], new byte[0]);
        double silent = 0;
        double told = 0;
        for (int u = 0; u < world.models; u++) {
            if (world.isNew(u)) {
                FamilyPosterior alone = whole.shared()
                        .solve(new Problem(
                                LineageGraph.strangers(1, 1),
                                kinds.of(new int[] {u}),
                                new Observations(2, new int[0], new int[0], new double[0], new double[0])));
                told += loss(world, u, shared.solve(alone, nothing, 0, away));
                silent += loss(world, u, shared.solve(alone, nothing, 0, new int[away.length]));
            }
        }
        assertThat(told).isLessThan(0.93 * silent);
    }

    private static double loss(ItemWorld world, int u, ModelItems items) {
        double loss = 0;
        for (int i = 0; i < 2 * ItemWorld.ITEMS; i++) {
            double p = items.item(i / ItemWorld.ITEMS, i % ItemWorld.ITEMS, 0.9).probability();
            loss -= Math.log(world.outcome[u][i] == 1 ? p : 1 - p) / 2 / ItemWorld.ITEMS;
        }
        return loss;
    }

    @Test
    void rowsOfWhomTheFitRemembersMustBeGiven() {
        ItemWorld world = new ItemWorld(60, 7);
        FamilyPosterior field = world.field();
        ItemFit.Result fit = fit(world, field);
        assertThat(fit.mates()).as("nobody's architecture is known").isEmpty();
        assertThatThrownBy(() -> fit.shared().solve(field, world.outcomes(u -> false), 0, new int[1]))
                .hasMessageContaining("remembers 0");
    }
}
