package org.eyrie.server.developing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eyrie.develop.lesson.LessonRule;
import org.eyrie.develop.lesson.PreferenceLesson;
import org.eyrie.develop.lesson.ProgramPreference;
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
import org.eyrie.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preferences of both rules in the hands of TRL's DPO trainer, where EYRIE_TRL_PYTHON names a Python that has it. */
class TrainerTakesPreferencesTest {

    private static final String SCRIPT = "src/test/python/preferences_in_trl.py";
    private static final int PROGRAMS = 40;
    private static final int ITEMS = 60;

    /** Programs that solve more the later they come; the text of some has more than a line. */
    private static SearchRecord record() {
        List<Proposal> proposals = new ArrayList<>();
        List<ItemRun> runs = new ArrayList<>();
        List<Integer> all = IntStream.range(0, ITEMS).boxed().toList();
        for (int i = 0; i < PROGRAMS; i++) {
            String text = i % 3 == 0
                    ? String.format(
                            Locale.ROOT, "let kept = keep(taus, .%d)%nbase + sum(kept) # \u201e%d\u201c", 10 + i, i)
                    : String.format(Locale.ROOT, "base + .%02d * sum(taus)", 10 + i);
            Program program = Program.parse(text);
            proposals.add(new Proposal(
                    0,
                    i,
                    new ProgramDraft(text, ProgramOrigin.GRAMMAR, List.of(), ""),
                    program.id(),
                    ProposalOutcome.NEW,
                    "",
                    null));
            int solved = ITEMS * (i + 5) / (PROGRAMS + 10);
            runs.add(new ItemRun(i, program.id(), all, "1".repeat(solved) + "0".repeat(ITEMS - solved)));
        }
        DevelopmentPlan plan = new DevelopmentPlan(
                new DevelopmentId("a"),
                new ModelId("seed"),
                List.of(new ModelId("p1"), new ModelId("p2")),
                "b",
                IntStream.range(0, ITEMS)
                        .mapToObj(item -> new SearchItem("sums", "item " + item))
                        .toList(),
                new SearchSettings(1, "guided", "grammar", SearchBudget.ofItems(10_000)));
        return new SearchRecord(plan, proposals, List.of(), runs, List.of(), 0, SearchState.OPEN, null);
    }

    @Test
    void trlPreparesAndTrainsOnPairsOfBothRulesAndWarnsOfNothing(@TempDir Path folder)
            throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("EYRIE_TRL_PYTHON", "");
        assumeTrue(!python.isBlank(), "EYRIE_TRL_PYTHON names no Python with trl");
        List<String> words =
                new ArrayList<>(List.of(python, SCRIPT, folder.resolve("work").toString()));
        List<Integer> counts = new ArrayList<>();
        for (LessonRule rule : LessonRule.values()) {
            List<ProgramPreference> pairs = PreferenceLesson.of(record(), rule);
            counts.add(pairs.size());
            words.add(Files.write(
                            folder.resolve(rule + ".jsonl"),
                            pairs.stream().map(ProgramPreference::json).toList())
                    .toString());
        }
        Process process = new ProcessBuilder(words)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        List<String> lines =
                out.lines().filter(line -> line.startsWith("{\"rows\"")).toList();
        assertThat(lines).hasSize(LessonRule.values().length);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode found = new ObjectMapper().readTree(lines.get(i));
            assertThat(found.get("rows").asInt()).isEqualTo(counts.get(i)).isPositive();
            assertThat(found.get("mismatches")).isEmpty();
            assertThat(found.get("prepared"))
                    .extracting(JsonNode::asText)
                    .contains("prompt_ids", "chosen_ids", "rejected_ids", "probability", "rule");
        }
    }
}
