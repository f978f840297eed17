package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.sources.Database;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.Pauses;
import org.eyrie.sources.registry.CursorFiles;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What must hold with any real server. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
abstract class MlflowContract {

    final MlflowServer server;
    final Database database = new Database();
    private final Path folder;

    MlflowContract(String variable, String name, @TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.server = MlflowServer.start(variable, name, folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    // One server, one test: starting it takes longer than all the rest.
    @Test
    void lineageAndScoresComeInChangesAreFollowedAndPredictionsGoBack() throws IOException, InterruptedException {
        String run = run("eval/gsm8k/exact_match", "0.41");
        create("mix");
        server.post(
                "model-versions/create",
                "{\"name\":\"mix\",\"source\":\"runs:/" + run + "/model\",\"run_id\":\"" + run
                        + "\",\"tags\":[{\"key\":\"lineage.parents\",\"value\":"
                        + "\"[{\\\"id\\\":\\\"hf:org/a@1\\\",\\\"weight\\\":0.5},\\\"models:/base@champion\\\"]\"}]}");
        create("base");
        String other = run("loss", "3.2");
        server.post(
                "model-versions/create",
                "{\"name\":\"base\",\"source\":\"runs:/" + other + "/base\",\"run_id\":\"" + other + "\"}");
        server.post("registered-models/alias", "{\"name\":\"base\",\"alias\":\"champion\",\"version\":\"1\"}");
        MlflowRegistry registry = MlflowConnection.of(server.uri(), Map.of())
                .open(new ClientSettings(HttpLimits.DEFAULT, InstantSource.system(), Pauses.REAL, new Random(1)));
        MlflowWatch watch = new MlflowWatch(
                registry,
                MetricKeys.DEFAULT,
                new CursorFiles(folder.resolve("cursors")),
                Duration.ofSeconds(1),
                InstantSource.system(),
                Pauses.REAL);

        ImportReport first = watch.poll(database::load, false);
        assertThat(first.rejected()).isEmpty();
        assertThat(database.models())
                .extracting(ModelId::value)
                .containsExactly("models:/base/1", "models:/mix/1", "org/a");
        assertThat(database.edges())
                .extracting(edge -> edge.parent().value())
                .containsExactly("models:/base/1", "org/a");
        assertThat(scoreOf("models:/mix/1").score()).isEqualTo(0.41);
        assertThat(scoreOf("models:/mix/1").source()).contains("run " + run);

        assertThat(watch.poll(database::load, false).written()).isEqualTo(org.eyrie.model.WriteSummary.NOTHING);

        server.post(
                "model-versions/set-tag",
                "{\"name\":\"base\",\"version\":\"1\",\"key\":\"base_model\",\"value\":\"org/root\"}");
        assertThat(watch.poll(database::load, false).written().derivations().created())
                .as("a tag set later is news, though the server leaves the time of the last change alone")
                .isEqualTo(1);

        Prediction prediction = new Prediction(
                new ModelId("models:/mix/1"),
                new BenchmarkId("MATH Lvl 5, hard"),
                0.4,
                0.3,
                0.5,
                0.9,
                new FitId("f1"),
                null);
        assertThat(new PredictionTags(registry).write(List.of(prediction), Progress.NONE))
                .isEqualTo(1);
        AtomicLong ours = new AtomicLong();
        registry.versions(Progress.NONE, json -> ModelVersion.of(json).tags().forEach((key, value) -> {
            if (key.startsWith("eyrie.predicted.MATH Lvl 5_ hard.") && value.contains("\"mean\":0.4")) {
                ours.incrementAndGet();
            }
        }));
        assertThat(ours).hasValue(1);
        assertThat(watch.poll(database::load, false).written())
                .as("our own tags are no news")
                .isEqualTo(org.eyrie.model.WriteSummary.NOTHING);
        more(watch);
    }

    /** What only some servers can do. */
    void more(MlflowWatch watch) throws IOException, InterruptedException {}

    final Evaluation scoreOf(String model) {
        List<Evaluation> scores = database.stores.scores().of(List.of(new ModelId(model)));
        assertThat(scores).hasSize(1);
        return scores.get(0);
    }

    final void create(String model) throws IOException, InterruptedException {
        server.post("registered-models/create", "{\"name\":\"" + model + "\"}");
    }

    final String run(String metric, String value) throws IOException, InterruptedException {
        long now = Instant.now().toEpochMilli();
        String id = server.post("runs/create", "{\"experiment_id\":\"0\",\"start_time\":" + now + "}")
                .at("/run/info/run_id")
                .asText();
        server.post(
                "runs/log-metric",
                "{\"run_id\":\"" + id + "\",\"key\":\"" + metric + "\",\"value\":" + value + ",\"timestamp\":" + now
                        + "}");
        server.post("runs/update", "{\"run_id\":\"" + id + "\",\"status\":\"FINISHED\",\"end_time\":" + now + "}");
        return id;
    }
}
