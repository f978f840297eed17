package org.eyrie.server.stores;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eyrie.embedded.EmbeddedNeo4j;
import org.eyrie.store.settings.BulkLoader;
import org.eyrie.task.Progress;

/** Makes the embedded database anew from files, where this process started it. */
final class EmbeddedLoader implements BulkLoader {

    private final EmbeddedNeo4j neo4j;
    private final Runnable migrate;
    private final Progress progress;

    /** @param migrate brings the schema up to date */
    EmbeddedLoader(EmbeddedNeo4j neo4j, Runnable migrate, Progress progress) {
        this.neo4j = neo4j;
        this.migrate = migrate;
        this.progress = progress;
    }

    @Override
    public Path folder() {
        return neo4j.importFolder();
    }

    @Override
    public Optional<String> load(BooleanSupplier stillEmpty) {
        progress.at("loading", 0, 0);
        if (!neo4j.load(stillEmpty, progress)) {
            return Optional.of("others work on the database");
        }
        progress.at("building indexes", 0, 0);
        migrate.run();
        return Optional.empty();
    }

    @Override
    public void close() {
        neo4j.deleteImportFolder();
    }
}
