package org.eyrie.develop.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.model.development.SearchState;
import org.junit.jupiter.api.Test;

class PreferenceLessonTest {

    private static final int ITEMS = 100;

    /** A search in which program i solved so many of a hundred items. */
    private static SearchRecord record(int... solved) {
        List<SearchItem> items = IntStream.range(0, ITEMS)
                .mapToObj(i -> new SearchItem("task", "item " + i))
                .toList();
        List<Proposal> proposals = new ArrayList<>();
        List<ItemRun> runs = new ArrayList<>();
        for (int i = 0; i < solved.length; i++) {
            ProgramDraft draft =
                    new ProgramDraft("base + # \"" + i + "\"\n sum(taus)", ProgramOrigin.GRAMMAR, List.of(), "");
            proposals.add(new Proposal(0, i, draft, "alg:" + i, ProposalOutcome.NEW, "", null));
            runs.add(new ItemRun(
                    i,
                    "alg:" + i,
                    IntStream.range(0, ITEMS).boxed().toList(),
                    "1".repeat(solved[i]) + "0".repeat(ITEMS - solved[i])));
        }
        DevelopmentPlan plan = new DevelopmentPlan(
                new DevelopmentId("a"),
                new ModelId("seed"),
                List.of(new ModelId("p1"), new ModelId("p2")),
                "b",
                items,
                new SearchSettings(1, "p", "grammar", SearchBudget.ofItems(100)));
        return new SearchRecord(plan, proposals, List.of(), runs, List.of(), 0, SearchState.OPEN, null);
    }

    @Test
    void thePaperPrefersItsBestThreeToItsWorstTenInAHundred() {
        int[] solved = IntStream.range(0, 100).toArray();
        List<ProgramPreference> pairs = PreferenceLesson.of(record(solved), LessonRule.PAPER);
        assertThat(pairs).hasSize(3 * 10);
        assertThat(pairs).extracting(ProgramPreference::chosenId).containsOnly("alg:99", "alg:98", "alg:97");
        assertThat(pairs)
                .extracting(pair -> Integer.parseInt(pair.rejectedId().substring(4)))
                .allMatch(number -> number < 10);
    }

    @Test
    void thePaperTeachesNoiseAndTheIntervalDoesNot() {
        SearchRecord equals = record(50, 51, 50, 49, 52);
        assertThat(PreferenceLesson.of(equals, LessonRule.PAPER)).hasSize(1);
        assertThat(PreferenceLesson.of(equals, LessonRule.INTERVAL)).isEmpty();
    }

    @Test
    void theIntervalPrefersWhatIsBetterInNineOfTenWorlds() {
        List<ProgramPreference> pairs = PreferenceLesson.of(record(40, 70, 62, 45), LessonRule.INTERVAL);
        assertThat(pairs)
                .extracting(pair -> pair.chosenId() + " " + pair.rejectedId())
                .containsExactly("alg:1 alg:3", "alg:1 alg:0", "alg:2 alg:3", "alg:2 alg:0");
        assertThat(pairs).allMatch(pair -> pair.probability() >= .9);
        // 62 and 45 of 100: posterior means 63/102 and 46/102, deviations .0479 and .0490, 2.43 of theirs apart.
        assertThat(pairs.get(2).probability()).isCloseTo(.9925, within(.0005));
    }

    @Test
    void oneProgramTeachesNothing() {
        for (LessonRule rule : LessonRule.values()) {
            assertThat(PreferenceLesson.of(record(30), rule)).isEmpty();
            assertThat(PreferenceLesson.of(record(), rule)).isEmpty();
        }
    }

    @Test
    void aLineIsJsonWhateverStandsInAProgram() {
        String json =
                PreferenceLesson.of(record(90, 10), LessonRule.INTERVAL).get(0).json();
        assertThat(json)
                .startsWith("{\"prompt\":\"Write a program that merges 2 models")
                .contains("\"chosen\":\"base + # \\\"0\\\"\\n sum(taus)\"", "\"rule\":\"interval\"")
                .doesNotContain("\n");
    }
}
