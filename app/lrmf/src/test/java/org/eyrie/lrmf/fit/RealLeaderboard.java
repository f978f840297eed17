package org.eyrie.lrmf.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.lrmf.Problem;
import org.junit.jupiter.api.Assumptions;

/** The real leaderboard, where it lies beside the checkout. */
public final class RealLeaderboard {

    private RealLeaderboard() {}

    /** The whole of it; a test that calls this is skipped, and says so, where the files are absent. */
    public static Problem load() {
        Path folder = Leaderboard.folder();
        if (!Files.isDirectory(folder)) {
            String absent = "Skipped: no real leaderboard at " + folder + " (EYRIE_SHARED may name its folder)";
            System.out.println(absent);
            Assumptions.abort(absent);
        }
        try {
            return new Leaderboard().read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
