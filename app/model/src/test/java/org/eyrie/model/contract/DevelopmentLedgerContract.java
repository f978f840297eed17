package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.SearchSamples.ID;
import static org.eyrie.model.contract.SearchSamples.PLAN;
import static org.eyrie.model.contract.SearchSamples.order;
import static org.eyrie.model.contract.SearchSamples.plan;
import static org.eyrie.model.contract.SearchSamples.proposal;
import static org.eyrie.model.contract.SearchSamples.run;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.UnknownSearchException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.model.development.SearchState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where searches are kept: whole or not at all, once however often it is written, in an order that nothing changes. */
public abstract class DevelopmentLedgerContract extends SearchLeaseContract {

    @Test
    void aNewSearchIsOpenAndHasDoneNothing() {
        ledger.begin(PLAN);
        assertThat(ledger.read(ID))
                .isEqualTo(
                        new SearchRecord(PLAN, List.of(), List.of(), List.of(), List.of(), 0, SearchState.OPEN, null));
    }

    @Test
    void searchesAreListedByName() {
        assertThat(ledger.all()).isEmpty();
        ledger.begin(plan("b"));
        ledger.begin(plan("a.2"));
        ledger.begin(plan("a-1"));
        assertThat(ledger.all())
                .containsExactly(new DevelopmentId("a-1"), new DevelopmentId("a.2"), new DevelopmentId("b"));
    }

    @Test
    void beginningAgainChangesNothing() {
        ledger.begin(PLAN);
        ledger.proposed(ID, List.of(proposal(0, 0, "alg:a")));
        SearchRecord before = ledger.read(ID);
        ledger.begin(PLAN);
        assertThat(ledger.read(ID)).isEqualTo(before);
    }

    @Test
    void anotherPlanUnderTheNameIsRefusedAndTold() {
        ledger.begin(PLAN);
        refuses(() -> ledger.begin(new DevelopmentPlan(
                        ID, new ModelId("other"), PLAN.parents(), "b", PLAN.items(), PLAN.settings())))
                .hasMessageContaining("base: it began with zoo/seed, not other")
                .hasMessageContaining("benchmark: it began with tasks, not b")
                .hasMessageNotContaining("parents:");
        List<SearchItem> turned = List.of(PLAN.items().get(1), PLAN.items().get(0));
        refuses(() -> ledger.begin(new DevelopmentPlan(
                        ID, PLAN.base(), PLAN.parents(), PLAN.benchmark(), turned, PLAN.settings())))
                .hasMessageContaining("items: it began with 4 items");
        assertThat(ledger.read(ID).plan()).isEqualTo(PLAN);
    }

    @Test
    void thousandsOfItemsKeepTheirOrder() {
        List<SearchItem> items = IntStream.range(0, 5_000)
                .mapToObj(item -> new SearchItem("task" + item % 7, "i" + (item * 7_919) % 5_000))
                .toList();
        DevelopmentPlan large =
                new DevelopmentPlan(ID, PLAN.base(), PLAN.parents(), PLAN.benchmark(), items, PLAN.settings());
        ledger.begin(large);
        assertThat(ledger.read(ID).plan()).isEqualTo(large);
    }

    @Test
    void aBudgetOfTimeComesBack() {
        DevelopmentPlan timed = new DevelopmentPlan(
                ID,
                PLAN.base(),
                PLAN.parents(),
                PLAN.benchmark(),
                PLAN.items(),
                new SearchSettings(Long.MIN_VALUE, "p", "q", new SearchBudget(Long.MAX_VALUE, 12.5)));
        ledger.begin(timed);
        assertThat(ledger.read(ID).plan()).isEqualTo(timed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"quoted\"", "back\\slash", "${injected} {x: 1}", "a/b c", "Ünïcödé 🦅", "NaN", "0"})
    void anyWordSurvives(String odd) {
        DevelopmentPlan strange = new DevelopmentPlan(
                ID,
                new ModelId(odd),
                List.of(new ModelId(odd + "1"), new ModelId(odd + "2")),
                odd,
                List.of(new SearchItem(odd, "1"), new SearchItem("1", odd)),
                new SearchSettings(1, odd, odd, SearchBudget.ofItems(1)));
        ledger.begin(strange);
        Proposal refused = new Proposal(
                0,
                0,
                new ProgramDraft(odd, ProgramOrigin.LLM, List.of(odd, "alg:b"), odd),
                "text:" + odd,
                ProposalOutcome.REFUSED,
                odd,
                null);
        ledger.proposed(ID, List.of(refused));
        assertThat(ledger.read(ID).plan()).isEqualTo(strange);
        assertThat(ledger.read(ID).proposals()).containsExactly(refused);
    }

    @Test
    void proposalsComeByRoundAndOrdinalWithAllThatWasSaidOfThem() {
        ledger.begin(PLAN);
        MergeEffect effect = new MergeEffect(
                2, List.of("embed", "layer0.attn"), new float[] {.1F, -0F, 3e-30F, 1, 0, 1, 2, 3, 4, 5}, new float[] {
                    -1.5F, Float.MIN_VALUE, Float.MAX_VALUE
                });
        Proposal described = new Proposal(
                1,
                0,
                new ProgramDraft("base + tau(1)", ProgramOrigin.CROSSOVER, List.of("alg:a", "alg:b"), "note"),
                "alg:c",
                ProposalOutcome.NEW,
                "",
                effect);
        Proposal twin = proposal(0, 10, "alg:a", ProposalOutcome.SAME_EFFECT, "alg:b");
        ledger.proposed(ID, List.of(described, twin));
        ledger.proposed(ID, List.of(proposal(0, 9, "alg:a"), proposal(0, 2, "alg:b")));
        assertThat(ledger.read(ID).proposals())
                .containsExactly(proposal(0, 2, "alg:b"), proposal(0, 9, "alg:a"), twin, described);
    }

    @Test
    void ofTwoProposalsForAPlaceTheFirstCounts() {
        ledger.begin(PLAN);
        ledger.proposed(ID, List.of(proposal(0, 0, "alg:a")));
        ledger.proposed(ID, List.of(proposal(0, 0, "alg:b"), proposal(0, 1, "alg:c"), proposal(0, 1, "alg:d")));
        assertThat(ledger.read(ID).proposals()).containsExactly(proposal(0, 0, "alg:a"), proposal(0, 1, "alg:c"));
    }

    @Test
    void ordersComeByNumberAndAForecastMayBeMissing() {
        ledger.begin(PLAN);
        RunOrder told = new RunOrder(2, "alg:a", List.of(1, 3), true, .5, .125);
        ledger.ordered(ID, List.of(told, order(10, "alg:b", 0)));
        ledger.ordered(ID, List.of(order(1, "alg:b", 2), order(2, "alg:b", 2)));
        assertThat(ledger.read(ID).orders()).containsExactly(order(1, "alg:b", 2), told, order(10, "alg:b", 0));
    }

    @Test
    void runsComeByNumberWhoeverWasDoneFirstAndTheirSecondsAddUp() {
        begun(order(0, "alg:a", 0, 2), order(1, "alg:b", 1), order(2, "alg:b", 3));
        ledger.ran(ID, run(2, "alg:b", "1", 3), 2);
        ledger.ran(ID, run(0, "alg:a", "01", 0, 2), .5);
        ledger.failed(ID, new FailedRun(1, "alg:b", "no space left"), .25);
        SearchRecord record = ledger.read(ID);
        assertThat(record.runs()).containsExactly(run(0, "alg:a", "01", 0, 2), run(2, "alg:b", "1", 3));
        assertThat(record.failures()).containsExactly(new FailedRun(1, "alg:b", "no space left"));
        assertThat(record.seconds()).isEqualTo(2.75);
        assertThat(record.spent()).isEqualTo(3);
    }

    @Test
    void ofTwoAnswersToAnOrderTheFirstCountsAndNothingIsPaidTwice() {
        begun(order(0, "alg:a", 0, 2), order(1, "alg:a", 1));
        ledger.ran(ID, run(0, "alg:a", "01", 0, 2), 1);
        ledger.failed(ID, new FailedRun(1, "alg:a", "first"), 1);
        SearchRecord before = ledger.read(ID);
        ledger.ran(ID, run(0, "alg:a", "11", 0, 2), 1);
        ledger.failed(ID, new FailedRun(0, "alg:a", "late"), 1);
        ledger.ran(ID, run(1, "alg:a", "1", 1), 1);
        ledger.failed(ID, new FailedRun(1, "alg:a", "second"), 1);
        assertThat(ledger.read(ID)).isEqualTo(before);
    }

    @Test
    void anAnswerToWhatWasNotAskedIsRefused() {
        begun(order(0, "alg:a", 0, 2));
        refuses(() -> ledger.ran(ID, run(7, "alg:a", "1", 0), 1)).hasMessageContaining("run 7: there is no order");
        refuses(() -> ledger.ran(ID, run(0, "alg:b", "01", 0, 2), 1))
                .hasMessageContaining("about alg:a, not about alg:b");
        refuses(() -> ledger.ran(ID, run(0, "alg:a", "01", 0, 3), 1)).hasMessageContaining("other items");
        refuses(() -> ledger.failed(ID, new FailedRun(1, "alg:a", "x"), 1)).hasMessageContaining("no order");
        refuses(() -> ledger.failed(ID, new FailedRun(0, "alg:b", "x"), 1)).hasMessageContaining("not about alg:b");
        assertThat(ledger.read(ID).runs()).isEmpty();
        assertThat(ledger.read(ID).seconds()).isZero();
    }

    @Test
    void aSearchStopsAndGoesOnUntilItIsFinished() {
        ledger.begin(PLAN);
        ledger.turn(ID, SearchState.STOPPED);
        ledger.turn(ID, SearchState.STOPPED);
        assertThat(ledger.read(ID).state()).isEqualTo(SearchState.STOPPED);
        ledger.turn(ID, SearchState.OPEN);
        assertThat(ledger.read(ID).state()).isEqualTo(SearchState.OPEN);
        ledger.finished(ID, "alg:a", "spent");
        ledger.finished(ID, "alg:b", "again");
        ledger.turn(ID, SearchState.STOPPED);
        assertThat(ledger.read(ID).state()).isEqualTo(SearchState.FINISHED);
        assertThat(ledger.read(ID).leader()).isEqualTo("alg:a");
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.turn(ID, SearchState.FINISHED));
    }

    @Test
    void manyAnswersAtOnceAreAllKept() {
        RunOrder[] orders = IntStream.range(0, 40)
                .mapToObj(number -> order(number, "alg:a", number % 4))
                .toArray(RunOrder[]::new);
        begun(orders);
        IntStream.range(0, 80)
                .parallel()
                .forEach(answer -> ledger.ran(ID, run(answer % 40, "alg:a", "1", answer % 4), 1));
        assertThat(ledger.read(ID).runs()).hasSize(40);
        assertThat(ledger.read(ID).seconds()).isEqualTo(40);
    }

    @Test
    void whoNamesNoSearchIsToldWhichThereAre() {
        assertThatThrownBy(() -> ledger.read(ID))
                .isInstanceOf(UnknownSearchException.class)
                .hasMessageContaining("eyrie develop start s");
        ledger.begin(plan("there"));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> ledger.read(ID),
                () -> ledger.state(ID),
                () -> ledger.proposed(ID, List.of(proposal(0, 0, "alg:a"))),
                () -> ledger.ordered(ID, List.of(order(0, "alg:a", 0))),
                () -> ledger.ran(ID, run(0, "alg:a", "1", 0), 1),
                () -> ledger.failed(ID, new FailedRun(0, "alg:a", "x"), 1),
                () -> ledger.turn(ID, SearchState.STOPPED),
                () -> ledger.finished(ID, "alg:a", "x"),
                () -> ledger.lease(ID, "me", 1))) {
            assertThatThrownBy(call)
                    .isInstanceOf(UnknownSearchException.class)
                    .hasMessageContaining("There are there.");
        }
        assertThat(ledger.all()).containsExactly(new DevelopmentId("there"));
    }

    @Test
    void searchesKeepToThemselves() {
        begun(order(0, "alg:a", 0));
        ledger.begin(plan("other"));
        ledger.ran(ID, run(0, "alg:a", "1", 0), 1);
        ledger.finished(ID, "alg:a", "spent");
        ItemRun elsewhere = run(0, "alg:a", "0", 0);
        refuses(() -> ledger.ran(new DevelopmentId("other"), elsewhere, 1)).hasMessageContaining("no order");
        assertThat(ledger.read(new DevelopmentId("other")).proposals()).isEmpty();
        assertThat(ledger.read(new DevelopmentId("other")).state()).isEqualTo(SearchState.OPEN);
        assertThat(ledger.state(new DevelopmentId("other"))).isEqualTo(SearchState.OPEN);
        assertThat(ledger.state(ID)).isEqualTo(SearchState.FINISHED);
    }

    private void begun(RunOrder... orders) {
        ledger.begin(PLAN);
        ledger.proposed(ID, List.of(proposal(0, 0, "alg:a"), proposal(0, 1, "alg:b")));
        ledger.ordered(ID, List.of(orders));
    }

    private static AbstractThrowableAssert<?, ?> refuses(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(InvalidInputException.class);
    }
}
