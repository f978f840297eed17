package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** MLflow 2.x, by {@code EYRIE_MLFLOW_2}. */
class Mlflow2IT extends MlflowContract {

    Mlflow2IT(@TempDir Path folder) throws IOException, InterruptedException {
        super("EYRIE_MLFLOW_2", "mlflow2", folder);
    }
}
