package org.eyrie.server.cli.demo;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.time.InstantSource;
import org.eyrie.model.Stores;
import org.eyrie.server.imports.Importers;
import org.eyrie.sources.leaderboard.LeaderboardFiles;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;

/** Published scores of well-known open models, with their sources, as they lie in our jar. */
final class BundledSample {

    private BundledSample() {}

    /** Imports it; a second time changes nothing. */
    static void importInto(Stores stores, InstantSource clock) {
        Importers.into(stores, clock)
                .run(
                        new LeaderboardFiles(file("models.csv"), file("edges.csv"), file("scores.csv")),
                        ImportOptions.DEFAULT,
                        Progress.NONE);
    }

    private static Input file(String name) {
        return new Input(name, -1, () -> {
            InputStream file = BundledSample.class.getResourceAsStream("/sample/" + name);
            if (file == null) {
                throw new FileNotFoundException("The jar lacks sample/" + name);
            }
            return file;
        });
    }
}
