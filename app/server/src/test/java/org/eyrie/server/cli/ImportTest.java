package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void begin() {
        emptyStore();
    }

    private String models() throws IOException {
        return file("models.csv", "model,architecture\na/b,llama\na/c,llama\n");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void importingTwiceChangesNothingTheSecondTime() throws IOException {
        String edges = file("edges.csv", "child,parent,relation\na/b,a/c,finetune\n");
        String scores = file("scores.csv", "model,benchmark,score,items\na/b,QA,0.5,100\n");
        assertThat(eyrie("import", "leaderboard", "--models", models(), "--edges", edges, "--scores", scores)
                        .exitCode())
                .isZero();
        Run again =
                eyrie("import", "leaderboard", "--models", models(), "--edges", edges, "--scores", scores, "--json");
        assertThat(again.exitCode()).isZero();
        assertThat(again.json()
                        .get("written")
                        .get("derivations")
                        .get("unchanged")
                        .asInt())
                .isEqualTo(1);
        assertThat(again.json().get("written").get("evaluations").get("created").asInt())
                .isZero();
    }

    @Test
    void badRowsAreListedAllOfThemAndNothingIsWritten() throws IOException {
        String scores = file(
                "scores.csv", "model,benchmark,score,items\na/b,QA,1.5,100\na/b,QA,0.5,0\n ,QA,0.5,1\na/c,QA,0.4,9\n");
        Run run = eyrie("import", "leaderboard", "--models", models(), "--scores", scores);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("3 faults", "line 2", "line 3", "line 4");
        assertThat(sample().stores().scores().all()).isEmpty();
        Run skipping = eyrie("import", "leaderboard", "--models", models(), "--scores", scores, "--skip-bad-rows");
        assertThat(skipping.exitCode()).isZero();
        assertThat(skipping.out()).contains("3 rows rejected");
        assertThat(sample().stores().scores().all()).hasSize(1);
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        String edges = file("edges.csv", "child,parent,relation\na/b,a/c,finetune\n");
        Run run = eyrie("import", "leaderboard", "--models", models(), "--edges", edges, "--dry-run");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("nothing was written");
        assertThat(sample().stores().lineage().everything().models()).isEmpty();
    }

    @Test
    void aNewNameThatLooksLikeAKnownOneIsToldAndRefusedWhereThatIsWanted() throws IOException {
        eyrie("import", "leaderboard", "--models", file("known.csv", "model\nacme/mistral-7b\n"));
        eyrie(
                "import",
                "leaderboard",
                "--scores",
                file("qa.csv", "model,benchmark,score\nacme/mistral-7b,Questions,0.5\n"));
        String lines = file("facts.ndjson", """
                {"kind": "edge", "child": "acme/mix", "parent": "acme/Misstral-7b", "relation": "finetune"}
                {"kind": "edge", "child": "acme/mix", "parent": "acme/mistral-8b", "relation": "finetune"}
                {"kind": "score", "model": "acme/mix", "benchmark": "questions", "value": 0.4}
                """);
        Run strict = eyrie("import", "ndjson", lines, "--strict");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.err())
                .contains("2 faults", "acme/Misstral-7b is new", "looks like acme/mistral-7b", "looks like Questions")
                .doesNotContain("acme/mistral-8b is new");
        assertThat(sample().stores().scores().all()).hasSize(1);
        Run told = eyrie("import", "ndjson", lines);
        assertThat(told.exitCode()).isZero();
        assertThat(told.out() + told.err()).contains("looks like acme/mistral-7b", "looks like Questions");
        assertThat(sample().stores().scores().all()).hasSize(2);
        Run again = eyrie("import", "ndjson", lines, "--strict");
        assertThat(again.exitCode()).as("names that are there are no newcomers").isZero();
    }

    @Test
    void aCycleIsPrinted() throws IOException {
        String edges = file("edges.csv", "child,parent,relation\na/b,a/c,merge\na/c,a/b,merge\n");
        Run run = eyrie("import", "leaderboard", "--models", models(), "--edges", edges);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("a/b -> a/c");
    }

    @Test
    void outcomesItemByItemAreImported() throws IOException {
        String outcomes = file("qa.csv", "model,outcomes\na/b,1101\n");
        assertThat(eyrie("import", "instances", "--benchmark", "QA", outcomes, "--data", folder.toString())
                        .exitCode())
                .isZero();
        assertThat(sample().stores().scores().all().get(0).score()).isEqualTo(0.75);
    }

    @Test
    void aFileThatIsNotThereIsToldByItsName() {
        Run run = eyrie(
                "import", "leaderboard", "--models", folder.resolve("gone.csv").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("gone.csv", "no such file");
    }
}
