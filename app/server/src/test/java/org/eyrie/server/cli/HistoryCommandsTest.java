package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came in wrong is taken back. */
class HistoryCommandsTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void begin() {
        emptyStore();
    }

    private Path scores(String name, String score) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file, "{\"kind\":\"score\",\"model\":\"a/b\",\"benchmark\":\"qa\",\"value\":" + score + "}\n");
    }

    private Run load(Path file, String... more) {
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"import", "ndjson", file.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return eyrie(arguments);
    }

    @Test
    void anImportSaysItsNumberAndIsListedWithWhatItWrote() throws IOException {
        assertThat(load(scores("first.ndjson", "0.5")).out()).contains("Import 1;", "eyrie forget --import 1");
        assertThat(load(scores("first.ndjson", "0.5")).out()).doesNotContain("eyrie forget");
        assertThat(eyrie("imports").out()).contains("first.ndjson", "finished").doesNotContain("\n     2");
        Run one = eyrie("imports", "1", "--json");
        assertThat(one.json().get("source").asText())
                .isEqualTo(folder.resolve("first.ndjson")
                        .toAbsolutePath()
                        .normalize()
                        .toString());
        assertThat(one.json().get("written").get("evaluations").get("created").asInt())
                .isEqualTo(1);
        Run unknown = eyrie("imports", "9");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no import 9");
    }

    @Test
    void forgettingShowsFirstAndDoesItWhenTold() throws IOException {
        load(scores("first.ndjson", "0.5"));
        load(scores("second.ndjson", "0.6"));
        Run shown = eyrie("forget", "--import", "2");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).contains("Nothing was changed; --yes does it.");
        assertThat(sample().stores().scores().all().get(0).score()).isEqualTo(0.6);
        Run done = eyrie("forget", "--import", "2", "--yes", "--json");
        assertThat(done.json().get("restored").get("scores").asInt()).isEqualTo(1);
        assertThat(sample().stores().scores().all().get(0).score()).isEqualTo(0.5);
        assertThat(eyrie("forget", "--import", "2", "--yes").err()).contains("taken back already");
        assertThat(eyrie("imports").out()).contains("taken back");
    }

    @Test
    void aSourceAndAModelAreForgotten() throws IOException {
        Path first = scores("first.ndjson", "0.5");
        load(first);
        String source = first.toAbsolutePath().normalize().toString();
        assertThat(eyrie("forget", "--source", "gone.ndjson").err()).contains(source);
        assertThat(eyrie("forget", "--source", source, "--yes").exitCode()).isZero();
        assertThat(sample().stores().scores().all()).isEmpty();
        load(first);
        assertThat(eyrie("forget", "--model", "a/b", "--yes").exitCode()).isZero();
        assertThat(sample().stores().lineage().everything().models()).isEmpty();
    }

    @Test
    void whatToForgetMustBeSaidOnce() {
        assertThat(eyrie("forget").exitCode()).isEqualTo(2);
        assertThat(eyrie("forget", "--import", "1", "--model", "a/b").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aScoreOfAnotherFileThatReplacesOneIsToldWithBothOriginsInADryRunToo() throws IOException {
        load(scores("a/run.ndjson", "0.5"));
        Path other = scores("b/run.ndjson", "0.75");
        Run foretold = load(other, "--dry-run");
        assertThat(foretold.err()).contains("a/b", "0.5 (", "a/run.ndjson", "0.75 (", "b/run.ndjson");
        assertThat(load(other).err()).contains("a/b", "a/run.ndjson", "b/run.ndjson");
        assertThat(load(other).err()).doesNotContain("note:");
        assertThat(load(scores("b/run.ndjson", "0.8")).err()).doesNotContain("note:");
        assertThat(eyrie("imports", "2").out()).contains("note:", "a/run.ndjson");
    }

    @Test
    void aDryRunShowsModelsParentsAndScores() throws IOException {
        Path file = Files.writeString(folder.resolve("facts.ndjson"), """
                {"kind":"edge","child":"a/mix","parent":"a/x","relation":"merge","weight":0.25}
                {"kind":"edge","child":"a/mix","parent":"a/y","relation":"merge","weight":0.75}
                {"kind":"score","model":"a/mix","benchmark":"qa","value":0.5}
                """);
        Run run = load(file, "--dry-run");
        assertThat(run.out()).contains("a/mix", "a/x (merge 0.250), a/y (merge 0.750)", "qa", "0.5000");
        Run json = load(file, "--dry-run", "--json");
        assertThat(json.json().get("arrivals").get(0).get("parents")).hasSize(2);
        assertThat(load(file, "--json").json().get("arrivals")).isEmpty();
    }

    @Test
    void ofManyModelsADryRunShowsTheFirstAndCountsTheRest() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int model = 0; model < 30; model++) {
            lines.append("{\"kind\":\"model\",\"id\":\"many/m").append(model).append("\"}\n");
        }
        Run run = load(Files.writeString(folder.resolve("many.ndjson"), lines), "--dry-run");
        assertThat(run.out()).contains("many/m19", "and 10 more models").doesNotContain("many/m20");
    }
}
