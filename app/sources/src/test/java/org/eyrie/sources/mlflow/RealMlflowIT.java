package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.sources.Database;
import org.eyrie.sources.http.HttpSettings;
import org.eyrie.sources.http.PoliteClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real MLflow server. Skipped where there is none, except where {@code CI} is set. */
class RealMlflowIT {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void versionsMetricsLineageAndPredictionsGoThereAndBack(@TempDir Path folder) throws Exception {
        var command = MlflowServer.command();
        if (System.getenv("CI") == null) {
            assumeTrue(command.isPresent(), "Skipped: no mlflow on the path, and EYRIE_MLFLOW is not set");
        }
        try (MlflowServer server = MlflowServer.start(command.orElseThrow(), folder)) {
            String run = mapper.readTree(server.post("runs/create", "{\"experiment_id\":\"0\",\"start_time\":1}"))
                    .at("/run/info/run_id")
                    .asText();
            metric(server, run, "eval/gsm8k/exact_match", "0.41");
            metric(server, run, "loss", "2.5");
            server.post("registered-models/create", "{\"name\":\"acme mix\"}");
            server.post(
                    "model-versions/create",
                    "{\"name\":\"acme mix\",\"source\":\"s3://bucket/model\",\"run_id\":\"" + run + "\","
                            + "\"tags\":[{\"key\":\"lineage.parents\",\"value\":\"hf:acme/a@abc\"},"
                            + "{\"key\":\"lineage.relation\",\"value\":\"finetune\"}]}");
            Database database = new Database();
            PoliteClient client = new PoliteClient(
                    server.address(),
                    HttpSettings.DEFAULT,
                    () -> false,
                    InstantSource.system(),
                    new Random(1),
                    t -> {});
            MlflowSource source = new MlflowSource(client, MetricKeys.DEFAULT, 0);
            database.load(source);

            assertThat(database.models()).containsExactly(new ModelId("acme/a"), new ModelId("models:/acme mix/1"));
            assertThat(database.edges())
                    .singleElement()
                    .satisfies(edge -> assertThat(edge.relation().code()).isEqualTo("finetune"));
            assertThat(database.scores()).singleElement().satisfies(score -> {
                assertThat(score.benchmark()).isEqualTo(new BenchmarkId("gsm8k (exact_match)"));
                assertThat(score.score()).isEqualTo(0.41);
            });
            assertThat(source.cursor()).isPositive();

            int written = new MlflowWriteBack(client)
                    .write(List.of(
                            prediction("models:/acme mix/1", "gsm8k (exact_match,strict-match, v3, 5-shot)"),
                            prediction("acme/a", "gsm8k (exact_match)")));
            assertThat(written).isEqualTo(1);
            assertThat(server.get("/api/2.0/mlflow/model-versions/search"))
                    .contains("eyrie.predicted.gsm8k _exact_match_strict-match_ v3_ 5-shot_")
                    .contains("\\\"lower\\\":0.3");
        }
    }

    private static void metric(MlflowServer server, String run, String key, String value) throws Exception {
        server.post(
                "runs/log-metric",
                "{\"run_id\":\"" + run + "\",\"key\":\"" + key + "\",\"value\":" + value + ",\"timestamp\":1}");
    }

    private static Prediction prediction(String model, String benchmark) {
        return new Prediction(new ModelId(model), new BenchmarkId(benchmark), 0.4, 0.3, 0.5, 0.9, new FitId("f1"));
    }
}
