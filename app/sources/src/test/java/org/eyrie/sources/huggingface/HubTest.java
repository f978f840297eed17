package org.eyrie.sources.huggingface;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.Database;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Hub of our own, and a database to import it into. */
@Timeout(60)
abstract class HubTest {

    static final String LINEAR = """
            merge_method: linear
            models:
              - model: o/a
                parameters: {weight: 1}
              - model: o/b
                parameters: {weight: 3}
            """;

    final FakeHub hub;
    final Database database = new Database();

    HubTest(@TempDir Path cache) throws IOException {
        hub = new FakeHub(cache);
    }

    @AfterEach
    final void stop() {
        hub.close();
    }

    final List<String> edges() {
        return database.edges().stream()
                .map(edge -> edge.child() + " -" + edge.relation().code() + "-> " + edge.parent())
                .toList();
    }

    final long asked(String path) {
        return hub.server.seen().stream()
                .filter(seen -> seen.target().split("\\?", 2)[0].equals(path))
                .count();
    }

    final ImportReport load(String... ids) {
        return load(HubOptions.DEFAULT, ids);
    }

    final ImportReport load(HubOptions options, String... ids) {
        return database.load(source(options, ids));
    }

    final org.eyrie.sources.spi.Source source(HubOptions options, String... ids) {
        return HubImport.of(hub.hub(Map.of()), List.of(ids), options, KnownScales.of(database.stores.scores()));
    }
}
