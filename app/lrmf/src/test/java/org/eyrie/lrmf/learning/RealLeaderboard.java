package org.eyrie.lrmf.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Problem;
import org.junit.jupiter.api.Assumptions;

/** The real leaderboard, where it lies beside the checkout. */
public final class RealLeaderboard {

    private RealLeaderboard() {}

    /** The whole of it; a test that calls this is skipped, and says so, where the files are absent. */
    public static Problem load() {
        Path folder = present();
        try {
            return new Leaderboard().read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with architectures by the names they were published under, several of which mean the same. */
    public static Problem withArchitecturesAsPublished() {
        Path folder = present();
        Problem clean = load();
        ModelTraits traits = clean.traits();
        Map<String, Integer> codes = new HashMap<>();
        try (Stream<String> lines = Files.lines(folder.resolve("models.csv"))) {
            int[] architecture = lines.skip(1)
                    .map(line -> line.split(",", -1)[1])
                    .mapToInt(name -> codes.computeIfAbsent(name, unknown -> codes.size()))
                    .toArray();
            ModelTraits published = new ModelTraits(
                    architecture,
                    traits.type(),
                    traits.author(),
                    traits.precision(),
                    traits.chatTemplate(),
                    traits.moe(),
                    traits.parametersBillions(),
                    traits.uploadedDay());
            return new Problem(clean.lineage(), published, clean.observations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path present() {
        Path folder = Leaderboard.folder();
        if (!Files.isDirectory(folder)) {
            String absent = "Skipped: no real leaderboard at " + folder + " (EYRIE_SHARED may name its folder)";
            System.out.println(absent);
            Assumptions.abort(absent);
        }
        return folder;
    }
}
