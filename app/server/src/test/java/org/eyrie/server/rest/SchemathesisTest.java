package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The description is true: a stranger who draws requests from it, right ones and wrong ones, meets no answer that it does
 * not foresee. The stranger is Schemathesis, at {@code EYRIE_SCHEMATHESIS}; {@code .ci/run} brings it.
 */
class SchemathesisTest extends RestTest {

    private static final String SEED = "20642229";
    private static final String EXAMPLES = "30";
    private static final int PATIENCE_MINUTES = 8;

    @BeforeEach
    void aFitIsThere() {
        fit();
    }

    @Test
    void nothingIsAnsweredThatTheDescriptionDoesNotForesee(@TempDir Path folder) throws Exception {
        String program = System.getenv().getOrDefault("EYRIE_SCHEMATHESIS", "");
        assumeTrue(!program.isBlank(), "EYRIE_SCHEMATHESIS names no schemathesis");
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(
                        program,
                        "--no-color",
                        "--config-file",
                        config(folder).toString(),
                        "run",
                        uri("/openapi.yml").toString(),
                        "--checks",
                        "all",
                        "--seed",
                        SEED,
                        "--max-examples",
                        EXAMPLES,
                        // That it may come without a body, as the description says, is taken for a violation.
                        "--exclude-name",
                        "POST /api/v1/fits",
                        "--phases",
                        "examples,coverage,fuzzing",
                        "--continue-on-failure",
                        "--suppress-health-check",
                        "all")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("ends in time")
                    .isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(printed, StandardCharsets.UTF_8))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Path config(Path folder) throws IOException {
        Path file = folder.resolve("schemathesis.toml");
        try (InputStream in = SchemathesisTest.class.getResourceAsStream("/schemathesis/schemathesis.toml")) {
            Files.copy(Objects.requireNonNull(in), file);
        }
        return file;
    }
}
