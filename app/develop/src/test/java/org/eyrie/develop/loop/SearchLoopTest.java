package org.eyrie.develop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.develop.proposing.GrammarProposer;
import org.eyrie.develop.world.InventedWorld;
import org.eyrie.develop.world.KilledLedger;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.model.memory.InMemoryDevelopmentLedger;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchLoopTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final InventedWorld world = new InventedWorld();

    private SearchRecord run(DevelopmentLedger ledger, String policy) {
        return run(ledger, policy, GrammarProposer.learning(), world, Progress.NONE);
    }

    private SearchRecord run(
            DevelopmentLedger ledger, String policy, ProgramProposer proposer, MergeMaker maker, Progress progress) {
        return new SearchLoop(ledger, SearchPolicies.named(policy), proposer, maker, world, CLOCK, "test")
                .run(InventedWorld.ID, progress);
    }

    private static InMemoryDevelopmentLedger begun(String policy, SearchBudget budget) {
        InMemoryDevelopmentLedger ledger = new InMemoryDevelopmentLedger();
        ledger.begin(InventedWorld.plan(policy, 7, budget));
        return ledger;
    }

    @ParameterizedTest
    @ValueSource(strings = {"guided", "halving", "climb"})
    void whoeverIsKilledAtAnyWriteEndsInTheSameRecordAndPaysNothingTwice(String policy) {
        SearchBudget budget = SearchBudget.ofItems(150);
        KilledLedger immortal = new KilledLedger(begun(policy, budget), Integer.MAX_VALUE, true);
        SearchRecord undisturbed = run(immortal, policy);
        assertThat(undisturbed.state()).isEqualTo(SearchState.FINISHED);
        for (int deadly = 0; deadly < immortal.writes(); deadly++) {
            for (boolean arrives : new boolean[] {true, false}) {
                InMemoryDevelopmentLedger ledger = begun(policy, budget);
                KilledLedger killed = new KilledLedger(ledger, deadly, arrives);
                world.asked().clear();
                assertThatThrownBy(() -> run(killed, policy)).isInstanceOf(KilledLedger.DeadException.class);
                assertThat(run(ledger, policy)).isEqualTo(undisturbed);
                long twice = world.asked().values().stream()
                        .filter(times -> times > 1)
                        .count();
                assertThat(twice).isLessThanOrEqualTo(arrives ? 0 : 1);
            }
        }
    }

    @Test
    void whatSomebodyWouldTryFirstIsTriedFirstAndWithoutForecast() {
        SearchRecord record = run(begun("guided", SearchBudget.ofItems(500)), "guided");
        List<String> scales = record.proposals().subList(0, 5).stream()
                .map(proposal -> proposal.program())
                .toList();
        assertThat(record.orders().subList(0, 5)).allSatisfy(order -> {
            assertThat(scales).contains(order.program());
            assertThat(order.drawn()).isFalse();
            assertThat(order.mean()).isNaN();
        });
    }

    @Test
    void whoeverIsKilledAgainAndAgainEndsInTheSameRecord() {
        SearchBudget budget = SearchBudget.ofItems(240);
        SearchRecord undisturbed = run(begun("guided", budget), "guided");
        InMemoryDevelopmentLedger ledger = begun("guided", budget);
        for (int life = 0; ledger.read(InventedWorld.ID).state() != SearchState.FINISHED; life++) {
            assertThat(life).isLessThan(1000);
            try {
                run(new KilledLedger(ledger, 2, life % 2 == 0), "guided");
            } catch (KilledLedger.DeadException e) {
                // And goes on.
            }
        }
        assertThat(ledger.read(InventedWorld.ID)).isEqualTo(undisturbed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guided", "halving", "climb", "full", "grid", "random", "paper"})
    void everyPolicyEndsWithinItsBudgetWithALeaderThatItTried(String policy) {
        for (long items : new long[] {12, 60, 500, 1300}) {
            SearchRecord record = run(begun(policy, SearchBudget.ofItems(items)), policy);
            long ordered = record.orders().stream()
                    .filter(order ->
                            record.failures().stream().noneMatch(failure -> failure.number() == order.number()))
                    .mapToLong(order -> order.items().size())
                    .sum();
            assertThat(record.spent()).isEqualTo(ordered).isLessThanOrEqualTo(items);
            assertThat(record.runs()).extracting(ItemRun::program).contains(record.leader());
            assertNothingAskedTwice(record);
        }
    }

    private static void assertNothingAskedTwice(SearchRecord record) {
        Set<String> asked = new HashSet<>();
        for (RunOrder order : record.orders()) {
            for (int item : order.items()) {
                assertThat(asked.add(order.program() + " " + item)).isTrue();
            }
        }
    }

    @Test
    void asManyProposalsAsThereAreEachHaveAnOutcomeWithItsReason() {
        ProgramProposer proposer = (record, count) -> List.of(
                draft("base + .5 * tau(1)"),
                draft("base + tau(1) * .5"),
                draft("base + .503 * tau(1)"),
                draft("base + .5 * tua(1)"),
                draft("base + tau(4)"),
                draft("base + 9 * tau(2)"));
        SearchRecord record =
                run(begun("guided", SearchBudget.ofItems(200)), "guided", proposer, world.refusing("9"), Progress.NONE);
        List<Proposal> asked = record.proposals().stream()
                .filter(proposal -> proposal.round() == 1)
                .toList();
        assertThat(asked)
                .extracting(Proposal::outcome)
                .containsExactly(
                        ProposalOutcome.NEW,
                        ProposalOutcome.SAME_PROGRAM,
                        ProposalOutcome.SAME_EFFECT,
                        ProposalOutcome.REFUSED,
                        ProposalOutcome.REFUSED,
                        ProposalOutcome.REFUSED);
        assertThat(asked.get(2).reason()).isEqualTo(asked.get(0).program());
        assertThat(asked.get(3).reason()).contains("tua");
        assertThat(asked.get(3).program()).startsWith("text:");
        assertThat(asked.get(4).reason()).contains("parent 4");
        assertThat(asked.get(5).reason()).contains("Infinity");
    }

    private static ProgramDraft draft(String text) {
        return new ProgramDraft(text, ProgramOrigin.LLM, List.of(), "");
    }

    @Test
    void aProposerThatWritesNothingEndsTheSearchInsteadOfBeingAskedForEver() {
        SearchRecord record = run(
                begun("guided", SearchBudget.ofItems(400)), "guided", (own, count) -> List.of(), world, Progress.NONE);
        assertThat(record.state()).isEqualTo(SearchState.FINISHED);
        assertThat(record.proposals()).extracting(Proposal::reason).contains("Nothing was proposed.");
    }

    @Test
    void aSearchThatSomebodyElseRunsIsRefusedWithWords() {
        InMemoryDevelopmentLedger ledger = begun("halving", SearchBudget.ofItems(100));
        ledger.lease(InventedWorld.ID, "somebody else", 60);
        assertThatThrownBy(() -> run(ledger, "halving"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Somebody else runs it");
    }

    @Test
    void aSearchThatIsAskedToStopBeginsNoOtherMergeAndGoesOnLater() {
        InMemoryDevelopmentLedger ledger = begun("guided", SearchBudget.ofItems(400));
        AtomicInteger heard = new AtomicInteger();
        Progress stopping = Progress.of(
                (step, done, total) -> {
                    if (step.equals("evaluating") && heard.incrementAndGet() == 4) {
                        ledger.turn(InventedWorld.ID, SearchState.STOPPED);
                    }
                },
                () -> false);
        SearchRecord stopped = new SearchLoop(
                        ledger,
                        SearchPolicies.named("guided"),
                        GrammarProposer.learning(),
                        world,
                        world,
                        ticking(1_000),
                        "test")
                .run(InventedWorld.ID, stopping);
        assertThat(stopped.state()).isEqualTo(SearchState.STOPPED);
        assertThat(stopped.runs()).hasSizeLessThan(stopped.orders().size());
        SearchRecord undisturbed = run(begun("guided", SearchBudget.ofItems(400)), "guided");
        SearchRecord resumed = run(ledger, "guided");
        assertThat(resumed.runs()).isEqualTo(undisturbed.runs());
        assertThat(resumed.proposals()).isEqualTo(undisturbed.proposals());
        assertThat(resumed.leader()).isEqualTo(undisturbed.leader());
    }

    @Test
    void whoCancelsLosesNothing() {
        InMemoryDevelopmentLedger ledger = begun("halving", SearchBudget.ofItems(400));
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = Progress.of((step, done, total) -> {}, () -> asked.incrementAndGet() > 60);
        assertThatThrownBy(() -> run(ledger, "halving", GrammarProposer.learning(), world, impatient))
                .isInstanceOf(CancelledException.class);
        assertThat(run(ledger, "halving")).isEqualTo(run(begun("halving", SearchBudget.ofItems(400)), "halving"));
    }

    @Test
    void anEvaluatorThatAlwaysFailsIsGivenUpWithItsWordsAndTheSearchGoesOnOnceItIsMended() {
        InMemoryDevelopmentLedger ledger = begun("guided", SearchBudget.ofItems(400));
        MergeEvaluator broken = (orders, programs, progress, listener) -> {
            for (int i = 0; i < orders.size() && listener.goesOn(); i++) {
                listener.failed(
                        new FailedRun(orders.get(i).number(), orders.get(i).program(), "Out of memory."));
            }
        };
        SearchLoop loop = new SearchLoop(
                ledger, SearchPolicies.named("guided"), GrammarProposer.learning(), world, broken, CLOCK, "test");
        assertThatThrownBy(() -> loop.run(InventedWorld.ID, Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("runs in a row failed")
                .hasMessageContaining("Out of memory.")
                .hasMessageContaining("eyrie develop run");
        assertThat(ledger.read(InventedWorld.ID).failures()).hasSize(RunRecorder.MOST_FAILED);
        assertThat(run(ledger, "guided").state()).isEqualTo(SearchState.FINISHED);
    }

    @Test
    void aBudgetThatPaysForNoRunIsSaidToBeTooSmall() {
        assertThatThrownBy(() -> run(begun("guided", SearchBudget.ofItems(3)), "guided"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pays for no further run")
                .hasMessageContaining("Give it more");
    }

    @Test
    void aBudgetOfSecondsEndsASearchToo() {
        List<String> ended = new ArrayList<>();
        for (String policy : List.of("guided", "halving", "random")) {
            SearchRecord record = new SearchLoop(
                            begun(policy, new SearchBudget(1_000_000, 20)),
                            SearchPolicies.named(policy),
                            GrammarProposer.learning(),
                            world,
                            world,
                            ticking(500),
                            "test")
                    .run(InventedWorld.ID, Progress.NONE);
            assertThat(record.seconds()).isLessThan(30);
            ended.add(policy);
        }
        assertThat(ended).hasSize(3);
    }

    private static Clock ticking(long millis) {
        return new Clock() {
            private Instant now = Instant.EPOCH;

            @Override
            public Instant instant() {
                now = now.plusMillis(millis);
                return now;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }
        };
    }
}
