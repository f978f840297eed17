package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read off the weights of merges of models which come along. */
class DescribeCommandTest extends CommandLineTest {

    private static final String[] PARENTS = {"ciphers/specialist1", "ciphers/specialist2", "ciphers/specialist3"};

    @TempDir
    private Path folder = Path.of("nowhere");

    @BeforeEach
    void ownFolder() {
        dataFolder(folder.resolve("data"));
        databaseIsDown();
    }

    private Path merged(String program) throws IOException {
        Path file = Files.writeString(folder.resolve("one.merge"), program);
        Path out = folder.resolve("merged");
        Run run = eyrie(
                "merge",
                "--program",
                file.toString(),
                "--base",
                "ciphers/seed",
                "--out",
                out.toString(),
                "--parent",
                PARENTS[0],
                "--parent",
                PARENTS[1],
                "--parent",
                PARENTS[2]);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return out;
    }

    private Run describe(Path model, String... more) {
        String[] arguments = new String[10 + more.length];
        arguments[0] = "describe";
        arguments[1] = model.toString();
        arguments[2] = "--base";
        arguments[3] = "ciphers/seed";
        for (int p = 0; p < PARENTS.length; p++) {
            arguments[4 + 2 * p] = "--parent";
            arguments[5 + 2 * p] = PARENTS[p];
        }
        System.arraycopy(more, 0, arguments, 10, more.length);
        return eyrie(arguments);
    }

    @Test
    void weightsOfASumAreReadOffItsTensors() throws IOException {
        Run run = describe(merged("base + sum(taus * each(.3, 0, .9))"), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("weights").get(0).asDouble()).isCloseTo(.3, within(1e-3));
        assertThat(run.json().get("weights").get(1).asDouble()).isCloseTo(0, within(1e-3));
        assertThat(run.json().get("weights").get(2).asDouble()).isCloseTo(.9, within(1e-3));
        assertThat(run.json().get("explained_alike").asDouble()).isCloseTo(1, within(1e-3));
        assertThat(run.json().get("words").get(0).asText()).contains("One weight for each parent");
    }

    @Test
    void whatThinningDoesIsToldApart() throws IOException {
        Run run = describe(merged("base + sum(keep(taus, .2))"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("layer0.attn", "whole");
        assertThat(run.err()).contains("TIES");
    }

    @Test
    void weightsThatDifferBetweenPartsAreSaid() throws IOException {
        Run run = describe(merged("base + kind(attn=1, mlp=.2) * tau(1)"));

        assertThat(run.err()).contains("differ between parts");
    }

    @Test
    void theBaseIsRecognised() {
        Run run = describe(Path.of("ciphers/seed"));

        assertThat(run.err()).contains("The model is the base");
    }

    @Test
    void aModelOfAnotherOriginIsNotExplained() {
        Run run = eyrie("describe", "ciphers/specialist3", "--base", "ciphers/seed", "--parent", "ciphers/specialist1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("do not explain");
    }

    @Test
    void aRecipeThatSaysOtherwiseIsContradicted() throws IOException {
        Path merged = merged("base + sum(taus * each(.1, .1, .8))");
        String recipe = """
            merge_method: linear
            models:
              - {model: x/specialist1, parameters: {weight: 0.8}}
              - {model: x/specialist2, parameters: {weight: 0.1}}
              - {model: x/specialist3, parameters: {weight: 0.1}}
            """;
        Files.writeString(merged.resolve("mergekit_config.yml"), recipe);

        Run run = describe(merged);
        assertThat(run.err()).contains("mergekit_config.yml says that ciphers/specialist1", "80 %", "10 %");

        Files.writeString(
                merged.resolve("mergekit_config.yml"),
                recipe.replace("0.8", "0.12")
                        .replaceFirst(
                                "specialist3, parameters: \\{weight: 0.1", "specialist3, parameters: {weight: 0.9"));
        assertThat(describe(merged).err()).contains("says the same");
    }

    @Test
    void lineageIsWrittenAsItIsImported() throws IOException {
        Path out = folder.resolve("lineage.ndjson");
        Run run = describe(
                merged("base + sum(taus * each(.3, 0, .5))"), "--out", out.toString(), "--model-id", "acme/mix");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"kind\":\"edge\"", "\"child\":\"acme/mix\"", "\"parent\":\"ciphers/specialist1\"")
                        .contains("\"weight\":0.3"))
                .anySatisfy(line -> assertThat(line).contains("\"parent\":\"ciphers/seed\"", "\"weight\":0.2"));
    }

    @Test
    void aFolderWithoutWeightsIsRefusedWithTheReason() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Run run = eyrie("describe", "ciphers/seed", "--base", "ciphers/seed", "--parent", empty.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(empty.toString(), "model.safetensors");
    }
}
