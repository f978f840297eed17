package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportAlgorithmTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of("nowhere");

    private Run export(String program, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("a.merge"), program);
        String[] words = {"algorithm", "export", file.toString(), "--base", "acme/seed", "--parent", "acme/math"};
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return eyrie(all);
    }

    @Test
    void aProgramIsPrintedOrWrittenAsMergekitReadsIt() throws IOException {
        Run run = export("base + .5 * tau(1)", "--dtype", "bfloat16");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("merge_method: task_arithmetic\nbase_model: \"acme/seed\"\n")
                .endsWith("dtype: bfloat16\n");
        Path out = folder.resolve("a.yml");
        assertThat(export("base + .5 * tau(1)", "--dtype", "bfloat16", "--format", "mergekit", "--out", out.toString())
                        .exitCode())
                .isZero();
        assertThat(out).hasContent(run.out());
    }

    @Test
    void whatMergekitCannotDoIsToldWithExitCodeOne() throws IOException {
        Run run = export("base + row_mean(tau(1))");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No method of mergekit does this", "row_mean");
        assertThat(run.out()).isEmpty();
    }
}
