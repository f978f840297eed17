package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A server that says what a test wants it to, and a database to import it into. */
@Timeout(60)
abstract class MlflowTest {

    static final ModelId MIX = new ModelId("models:/mix/1");

    final Stores stores = MemoryStores.empty();
    final FakeMlflow mlflow;

    MlflowTest() throws IOException {
        mlflow = new FakeMlflow();
    }

    @AfterEach
    final void stop() {
        mlflow.close();
    }

    static Evaluation one(Map<String, Evaluation> scores, String benchmark) {
        return java.util.Objects.requireNonNull(scores.get(benchmark), benchmark);
    }

    final List<Derivation> parentsOf(ModelId model) {
        return stores.lineage().ancestry(model, 1);
    }

    final ImportReport run(ImportOptions options) {
        return run(mlflow.registry(), options);
    }

    final ImportReport run(MlflowRegistry registry, ImportOptions options) {
        Source source = MlflowImport.of(registry, MetricKeys.DEFAULT);
        return new Importer(stores.facts(), stores.lineage(), stores.scores(), stores.recipes(), InstantSource.system())
                .run(source, options, Progress.NONE);
    }
}
