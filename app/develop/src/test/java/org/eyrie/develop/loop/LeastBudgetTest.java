package org.eyrie.develop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.develop.proposing.GrammarProposer;
import org.eyrie.develop.world.InventedWorld;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.memory.InMemoryDevelopmentLedger;
import org.eyrie.task.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies say they need, against what searches by them do. */
class LeastBudgetTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"guided", "halving", "climb", "full", "grid", "random", "paper"})
    void itPaysForARunAndOneItemLessForNone(String policy) {
        for (int items : new int[] {1, 2, 5, 6, 11, 12, 120}) {
            long least = SearchPolicies.named(policy).leastBudget(items);
            assertThat(runs(policy, items, least)).as(policy + " of " + items).isPositive();
            if (least > 1) {
                assertThat(runs(policy, items, least - 1))
                        .as(policy + " of " + items)
                        .isZero();
            }
        }
    }

    private static int runs(String policy, int items, long budget) {
        DevelopmentPlan plan = InventedWorld.plan(policy, 7, SearchBudget.ofItems(budget));
        InMemoryDevelopmentLedger ledger = new InMemoryDevelopmentLedger();
        ledger.begin(new DevelopmentPlan(
                plan.id(),
                plan.base(),
                plan.parents(),
                plan.benchmark(),
                plan.items().subList(0, items),
                plan.settings()));
        InventedWorld world = new InventedWorld();
        try {
            return new SearchLoop(
                            ledger,
                            SearchPolicies.named(policy),
                            GrammarProposer.learning(),
                            world,
                            world,
                            CLOCK,
                            "test")
                    .run(plan.id(), Progress.NONE)
                    .runs()
                    .size();
        } catch (InvalidInputException e) {
            assertThat(e).hasMessageContaining("Not one could be evaluated");
            return 0;
        }
    }
}
