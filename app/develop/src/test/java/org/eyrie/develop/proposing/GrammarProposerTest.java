package org.eyrie.develop.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.loop.SearchLoop;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.develop.world.InventedWorld;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.memory.InMemoryDevelopmentLedger;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class GrammarProposerTest {

    private final InventedWorld world = new InventedWorld();

    private SearchRecord searched(String policy, long seed, long items) {
        InMemoryDevelopmentLedger ledger = new InMemoryDevelopmentLedger();
        ledger.begin(InventedWorld.plan(policy, seed, SearchBudget.ofItems(items)));
        return items == 1
                ? ledger.read(InventedWorld.ID)
                : new SearchLoop(
                                ledger,
                                SearchPolicies.named(policy),
                                GrammarProposer.learning(),
                                world,
                                world,
                                Clock.systemUTC(),
                                "test")
                        .run(InventedWorld.ID, Progress.NONE);
    }

    private static List<String> texts(List<ProgramDraft> drafts) {
        return drafts.stream().map(ProgramDraft::text).toList();
    }

    @Test
    void equalSeedsAndRecordsGiveEqualDraftsAndOtherSeedsOthers() {
        SearchRecord record = searched("random", 1, 400);
        assertThat(GrammarProposer.learning().propose(record, 20))
                .isEqualTo(GrammarProposer.learning().propose(record, 20));
        assertThat(texts(GrammarProposer.unlearned().propose(searched("random", 1, 1), 20)))
                .isNotEqualTo(texts(GrammarProposer.unlearned().propose(searched("random", 2, 1), 20)));
    }

    @Test
    void whatItDrawsIsReadAndItLeavesParentsAndTensorsOutFromTheStart() {
        List<ProgramDraft> drafts = GrammarProposer.unlearned().propose(searched("random", 3, 1), 300);
        HashSet<String> productions = new HashSet<>();
        int left = 0;
        for (ProgramDraft draft : drafts) {
            // The base alone is no program: all weights were drawn as 0.
            if (!draft.text().equals("base + 0 * tau(1)") && !draft.text().contains("each(0, 0, 0)")) {
                Program program = Program.parse(draft.text());
                assertThat(program.needs().refusals(InventedWorld.PARENTS)).isEmpty();
            }
            productions.add(draft.note());
            left += draft.text().contains("tau(2)") && !draft.text().contains("tau(1)") ? 1 : 0;
        }
        assertThat(productions).hasSize(Production.values().length);
        assertThat(left).isGreaterThan(5);
    }

    @Test
    void draftsThatLearnedAreBetterThanDraftsThatDidNot() {
        double learned = 0;
        double unlearned = 0;
        for (long seed = 1; seed <= 3; seed++) {
            SearchRecord record = searched("random", seed, 1300);
            learned += truth(GrammarProposer.learning().propose(record, 40));
            unlearned += truth(GrammarProposer.unlearned().propose(record, 40));
        }
        assertThat(learned / 3).isGreaterThan(unlearned / 3 + .05);
    }

    private double truth(List<ProgramDraft> drafts) {
        return drafts.stream()
                .filter(draft ->
                        !draft.text().contains("base + 0 *") && !draft.text().contains("each(0, 0, 0)"))
                .mapToDouble(draft -> world.truth(Program.parse(draft.text())))
                .average()
                .orElseThrow();
    }

    @Test
    void theGridIsOfProgramsThatAreReadAndHoldsSingleParentsAndSmallScales() {
        for (int parents = 1; parents <= 5; parents++) {
            int count = parents;
            assertThat(HandMadeGrid.of(parents)).hasSizeGreaterThan(50).allSatisfy(draft -> assertThat(
                            Program.parse(draft.text()).needs().refusals(count))
                    .isEmpty());
        }
        assertThat(texts(HandMadeGrid.of(3)))
                .hasSizeBetween(150, 220)
                .contains("base + sum(taus * each(0, 0, 0.15))", "base + sum(taus * each(0, 1, 0))");
    }

    @Test
    void aWeightedSumIsReadBackFromWhatItDoes() {
        String text = "base + kind(attn=ramp(0.4, 0), mlp=ramp(0.7, 0.9), norm=0.1) * tau(1) + 0.5 * tau(3)";
        WeightTable table = WeightTable.of(world.describe(Program.parse(text)));
        assertThat(Program.parse(table.text()).id())
                .isEqualTo(Program.parse(text).id());
    }

    @Test
    void someOfWhatIsBredIsTheMiddleOfSeveralElites() {
        SearchRecord record = searched("random", 5, 900);
        List<ProgramDraft> drafts =
                Breeding.of(Contenders.of(record), new java.util.Random(1)).drafts(60);
        List<ProgramDraft> middles =
                drafts.stream().filter(draft -> draft.varies().size() > 2).toList();
        assertThat(middles).isNotEmpty().allSatisfy(draft -> {
            assertThat(draft.origin()).isEqualTo(ProgramOrigin.CROSSOVER);
            assertThat(draft.varies()).doesNotHaveDuplicates();
            assertThat(Program.parse(draft.text())).isNotNull();
        });
    }
}
