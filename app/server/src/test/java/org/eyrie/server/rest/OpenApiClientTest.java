package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that a stranger's generator makes of the description reads what the service answers. The generator is
 * openapi-python-client, at {@code EYRIE_OPENAPI_CLIENT}; {@code .ci/run} brings it.
 */
class OpenApiClientTest extends RestTest {

    private static final int PATIENCE_MINUTES = 5;

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void aFitIsThere() {
        fit();
    }

    @Test
    void aGeneratedClientListsModelsPredictsAndPlans() throws Exception {
        String program = System.getenv().getOrDefault("EYRIE_OPENAPI_CLIENT", "");
        assumeTrue(!program.isBlank(), "EYRIE_OPENAPI_CLIENT names no openapi-python-client");
        String made = run(
                program,
                "generate",
                "--url",
                uri("/openapi.yml").toString(),
                "--output-path",
                folder.resolve("generated").toString(),
                "--meta",
                "none",
                "--fail-on-warning");
        assertThat(folder.resolve("generated/client.py")).as(made).exists();
        Path script = Files.writeString(folder.resolve("asks.py"), """
                import sys
                from generated import Client
                from generated.api.models import models
                from generated.api.predictions import predictions_1, what_if
                from generated.models import PlannedParent, WhatIfRequest

                client = Client(base_url=sys.argv[1], raise_on_unexpected_status=True)
                page = models.sync(client=client, limit=500)
                print("models", len(page.items), page.next_)
                forecasts = predictions_1.sync(client=client, id=sys.argv[2])
                print("predicted", forecasts[0].model, forecasts[0].benchmark, 0 < forecasts[0].predicted.mean < 1)
                """);
        String printed = run(
                Path.of(program).resolveSibling("python").toString(),
                script.toString(),
                uri("/").toString(),
                Sample.MIX);
        assertThat(printed).contains("models", "predicted " + Sample.MIX);
    }

    private String run(String... command) throws IOException, InterruptedException {
        File printed = folder.resolve("printed.txt").toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("ends in time")
                    .isTrue();
            String said = Files.readString(printed.toPath(), StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
