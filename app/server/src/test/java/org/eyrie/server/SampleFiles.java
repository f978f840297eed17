package org.eyrie.server;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.eyrie.model.Stores;
import org.eyrie.server.imports.Importers;
import org.eyrie.sources.leaderboard.LeaderboardFiles;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;

/** The sample that comes with the program, as the demo brings it in. */
public final class SampleFiles {

    private SampleFiles() {}

    public static void importInto(Stores stores) {
        Importers.into(stores, InstantSource.system())
                .run(
                        new LeaderboardFiles(file("models.csv"), file("edges.csv"), file("scores.csv")),
                        ImportOptions.DEFAULT,
                        Progress.NONE);
    }

    private static Input file(String name) {
        try {
            return Input.of(Path.of(Objects.requireNonNull(SampleFiles.class.getResource("/sample/" + name))
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
