package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are applied to models which come along, and the merges evaluated, as a person does it. */
class MergeCommandTest extends CommandLineTest {

    private static final String SUM = "base + sum(taus * each(.6, .6, .6))";

    @TempDir
    private Path folder = Path.of("nowhere");

    @BeforeEach
    void ownFolder() {
        dataFolder(folder.resolve("data"));
        databaseIsDown();
    }

    private Run merge(String program, Path out, String... parents) throws IOException {
        Path file = Files.writeString(folder.resolve("sum.merge"), program);
        String[] arguments = new String[7 + 2 * parents.length];
        arguments[0] = "merge";
        arguments[1] = "--program";
        arguments[2] = file.toString();
        arguments[3] = "--base";
        arguments[4] = "ciphers/seed";
        arguments[5] = "--out";
        arguments[6] = out.toString();
        for (int at = 0; at < parents.length; at++) {
            arguments[7 + 2 * at] = "--parent";
            arguments[8 + 2 * at] = parents[at];
        }
        return eyrie(arguments);
    }

    private double score(String model) {
        Run run = eyrie("evaluate", model, "--items", "ciphers", "--split", "develop", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json().get(6).get("score").asDouble();
    }

    @Test
    void aPlainSumOfSpecialistsIsBetterThanEachOfThem() throws IOException {
        Path out = folder.resolve("merged");
        Run run = merge(SUM, out, "ciphers/specialist1", "ciphers/specialist2", "ciphers/specialist3");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("alg:", "tensors in 1 file in ");
        double merged = score(out.toString());
        for (int specialist = 1; specialist <= 3; specialist++) {
            assertThat(merged).isGreaterThan(score("ciphers/specialist" + specialist) + 0.1);
        }
    }

    @Test
    void asManyParentsAreNeededAsTheProgramSays() throws IOException {
        Path out = folder.resolve("merged");
        Run run = merge(SUM, out, "ciphers/specialist1", "ciphers/specialist2");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("3", "2");
        assertThat(out.resolve("model.safetensors")).doesNotExist();
    }

    @Test
    void aFaultInTheProgramIsPointedAt() throws IOException {
        Run run = merge("base + summ(taus)", folder.resolve("merged"), "ciphers/specialist1");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("sum.merge", "summ", "sum");
    }

    @Test
    void aPresetIsAsGoodAsAFileAndWhatIsNeitherIsToldWithThem() {
        String[] parents = {
            "--base", "ciphers/seed", "--parent", "ciphers/specialist1", "--parent", "ciphers/specialist2"
        };
        Path out = folder.resolve("merged");
        Run run = eyrie(named("model-stock", out, parents));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(out.resolve("model.safetensors")).exists();
        Run neither = eyrie(named("model-stick", out, parents));
        assertThat(neither.exitCode()).isEqualTo(1);
        assertThat(neither.err()).contains("model-stick", "no preset", "task-arithmetic, ties");
        assertThat(eyrie("algorithm", "explain", "ties").exitCode()).isZero();
    }

    private static String[] named(String program, Path out, String... rest) {
        return Stream.concat(Stream.of("merge", "--program", program, "--out", out.toString()), Stream.of(rest))
                .toArray(String[]::new);
    }

    @Test
    void modelsThatAreNowhereAreToldWithThoseThatComeAlong() throws IOException {
        Run run = merge(SUM, folder.resolve("merged"), "ciphers/specialist9");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("ciphers/specialist9", "/specialist1, /specialist2");
    }
}
