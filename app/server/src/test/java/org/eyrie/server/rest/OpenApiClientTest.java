package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
        Path bin = Objects.requireNonNull(Path.of(program).toAbsolutePath().getParent());
        String made = run(
                bin,
                program,
                "generate",
                "--url",
                uri("/openapi.yml").toString(),
                "--output-path",
                folder.resolve("generated").toString(),
                "--meta",
                "none");
        // Their bodies are whatever the sender signs.
        assertThat(made.lines().filter(line -> line.contains("will not be generated")))
                .as(made)
                .allMatch(line -> line.contains("/api/v1/webhooks/"));
        Path script = Files.writeString(folder.resolve("asks.py"), """
                import sys
                from generated import Client
                from generated.api.models import models
                from generated.api.predictions import predictions_1, what_if
                from generated.models.what_if_request import WhatIfRequest
                from generated.models.what_if_request_parent_request import WhatIfRequestParentRequest

                client = Client(base_url=sys.argv[1], raise_on_unexpected_status=True)
                model = sys.argv[2]
                page = models.sync(client=client, limit=2)
                print("models:", len(page.items), type(page.items[0]).__name__)
                forecasts = predictions_1.sync(client=client, id=model)
                print("predicted:", len(forecasts) > 0 and all(
                    each.model == model and each.predicted.lower < each.predicted.mean < each.predicted.upper
                    for each in forecasts))
                plan = WhatIfRequest(relation="finetune", parents=[WhatIfRequestParentRequest(id=model)])
                plans = what_if.sync(client=client, body=plan)
                print("planned:", len(plans) > 0 and all(each.best_parent == model for each in plans))
                print("refused:", predictions_1.sync(client=client, id="no/such").status)
                """);
        String printed = run(bin, bin.resolve("python").toString(), script.toString(), uri("/").toString(), Sample.MIX);
        assertThat(printed).contains("models: 2 Model", "predicted: True", "planned: True", "refused: 404");
    }

    private String run(Path bin, String... command) throws IOException, InterruptedException {
        File printed = folder.resolve("printed.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed);
        builder.environment()
                .merge("PATH", bin.toString(), (path, own) -> own + File.pathSeparator + path); // its formatter
        Process process = builder.start();
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
