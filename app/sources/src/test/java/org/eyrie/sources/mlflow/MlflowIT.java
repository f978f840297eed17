package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** MLflow 3, by {@code EYRIE_MLFLOW} or on the path. */
class MlflowIT extends MlflowContract {

    MlflowIT(@TempDir Path folder) throws IOException, InterruptedException {
        super("EYRIE_MLFLOW", "mlflow", folder);
    }

    @Override
    void more(MlflowWatch watch) throws IOException, InterruptedException {
        String run = run("eval/bbh/acc_norm", "0.9");
        String model = server.post(
                        "logged-models", "{\"experiment_id\":\"0\",\"name\":\"ext\",\"source_run_id\":\"" + run + "\"}")
                .at("/model/info/model_id")
                .asText();
        server.post(
                "runs/log-metric",
                "{\"run_id\":\"" + run + "\",\"model_id\":\"" + model
                        + "\",\"key\":\"eval/bbh/acc_norm\",\"value\":0.33,\"timestamp\":1767323045000}");
        create("logged");
        server.post(
                "model-versions/create",
                "{\"name\":\"logged\",\"source\":\"models:/" + model + "\",\"model_id\":\"" + model + "\",\"run_id\":\""
                        + run + "\"}");

        assertThat(watch.poll(database::load, false).rejected()).isEmpty();
        assertThat(scoreOf("models:/logged/1").score())
                .as("the logged model's own metric, not the last one of its run")
                .isEqualTo(0.33);
        assertThat(scoreOf("models:/logged/1").source()).contains("logged model " + model);
    }
}
