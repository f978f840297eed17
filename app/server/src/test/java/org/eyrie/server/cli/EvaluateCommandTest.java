package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that come along, run as a person runs them. */
class EvaluateCommandTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of("nowhere");

    @BeforeEach
    void ownFolder() {
        dataFolder(folder.resolve("data"));
        databaseIsDown();
    }

    @Test
    void aModelThatComesAlongIsScoredTaskByTask() {
        JsonNode rows = eyrie("evaluate", "ciphers/specialist1", "--split", "develop", "--json")
                .json();
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0).get("task").asText()).isEqualTo("alder");
        assertThat(rows.get(0).get("items").asInt()).isEqualTo(120);
        assertThat(rows.get(0).get("score").asDouble()).isGreaterThan(0.9);
        assertThat(rows.get(2).get("score").asDouble()).isLessThan(0.2);
        double mean = 0;
        for (int task = 0; task < 6; task++) {
            mean += rows.get(task).get("score").asDouble() / 6;
        }
        JsonNode last = rows.get(6);
        assertThat(last.get("task").asText()).isEqualTo("mean of tasks");
        assertThat(last.get("items").asInt()).isEqualTo(720);
        assertThat(last.get("score").asDouble()).isBetween(mean - 1e-3, mean + 1e-3);
        assertThat(folder.resolve("data-families/ciphers/specialist1/model.safetensors"))
                .exists();
    }

    @Test
    void outcomesAreImportedItemByItem() throws IOException {
        eyrie("evaluate", "almanac/seed", "--split", "test");
        Path family = folder.resolve("data-families/almanac");
        Path items = folder.resolve("some.jsonl");
        Files.write(items, Files.readAllLines(family.resolve("items.jsonl")).subList(0, 30));
        Path out = folder.resolve("out.ndjson");
        Run run = eyrie(
                "evaluate",
                family.resolve("seed").toString(),
                "--items",
                items.toString(),
                "--benchmark",
                "isles",
                "--model-id",
                "acme/seed",
                "--out",
                out.toString(),
                "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("30 outcomes of acme/seed are in");
        int solved = run.json().get(0).get("solved").asInt();
        assertThat(solved).isBetween(1, 29);

        databaseIsUp();
        emptyStore();
        Run imported = eyrie("import", "ndjson", out.toString());
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        BenchmarkId harbour = new BenchmarkId("isles/harbour (exact_match, 0-shot)");
        List<Evaluation> found = sample().stores().scores().outcomes(List.of(new ModelId("acme/seed")));
        assertThat(found).singleElement().satisfies(score -> {
            assertThat(score.benchmark()).isEqualTo(harbour);
            assertThat(score.score()).isEqualTo(solved / 30.0);
        });
        assertThat(sample().stores().scores().itemNames(harbour)).hasSize(30).allMatch(name -> name.startsWith("H"));
    }

    @Test
    void wrongUseIsToldAsSuch() throws IOException {
        eyrie("evaluate", "almanac/seed");
        String seed = folder.resolve("data-families/almanac/seed").toString();
        Run without = eyrie("evaluate", seed);
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("--items FILE is needed");
        Run split = eyrie("evaluate", "almanac/seed", "--split", "dev");
        assertThat(split.exitCode()).isEqualTo(2);
        assertThat(split.err()).contains("its splits are develop, test");
    }

    @Test
    void whatCannotBeEvaluatedSaysWhy() throws IOException {
        Path items = Files.writeString(
                folder.resolve("items.jsonl"), "{\"task\": \"t\", \"prompt\": \"1+1=\", \"answer\": \"2\"}\n");
        Run none = eyrie("evaluate", folder.resolve("none").toString(), "--items", items.toString());
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("There is no such folder", "ciphers with /seed");
        Run empty = eyrie("evaluate", folder.toString(), "--items", items.toString());
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.err()).contains("there is no config.json in its folder");
        Run unread = eyrie("evaluate", "ciphers/seed", "--items", items.toString());
        assertThat(unread.exitCode()).isEqualTo(1);
        assertThat(unread.err()).contains("items.jsonl: 1 fault", "the item \"1+1=\" of the task \"t\"", "is no token");
    }
}
