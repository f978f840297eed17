package org.eyrie.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.instances.InstanceFile;
import org.eyrie.sources.leaderboard.LeaderboardFiles;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.junit.jupiter.api.Test;

/** The real leaderboard, where it is at hand. */
class SharedDataTest {

    private final Database database = new Database();

    @Test
    void theRealLeaderboardIsImportedWholeAndTwiceIsOnce() {
        Path folder = shared("data/leaderboard");
        Source leaderboard = new LeaderboardFiles(
                Input.of(folder.resolve("models.csv")),
                Input.of(folder.resolve("edges.csv")),
                Input.of(folder.resolve("scores.csv")));
        ImportReport first = database.load(leaderboard);
        ImportReport second = database.load(leaderboard);

        assertThat(first.written().models()).isEqualTo(new Counts(5_410, 0, 0));
        assertThat(first.written().derivations()).isEqualTo(new Counts(5_318, 0, 0));
        assertThat(first.written().evaluations()).isEqualTo(new Counts(20_388, 0, 0));
        assertThat(second.written().models()).isEqualTo(new Counts(0, 5_410, 0));
        assertThat(second.written().derivations()).isEqualTo(new Counts(0, 5_318, 0));
        assertThat(second.written().evaluations()).isEqualTo(new Counts(0, 20_388, 0));
        assertThat(database.stores.scores().benchmarks())
                .extracting(benchmark -> benchmark.items())
                .containsExactlyInAnyOrder(541, 5_761, 1_324, 1_192, 756, 12_032);
    }

    @Test
    void theRealOutcomesAreImportedWhole() {
        Path folder = shared("data/instances");
        for (String name : new String[] {"ifeval", "musr", "math"}) {
            Source outcomes = new InstanceFile(
                    new BenchmarkId(name), Input.of(folder.resolve(name + ".csv")), database.stores.scores());

            assertThat(database.load(outcomes).written().evaluations()).isEqualTo(new Counts(399, 0, 0));
            assertThat(database.load(outcomes).written().evaluations()).isEqualTo(new Counts(0, 399, 0));
        }
    }

    private static Path shared(String name) {
        Path root =
                Optional.ofNullable(System.getenv("EYRIE_SHARED")).map(Path::of).orElse(Path.of("../../../shared"));
        assumeTrue(Files.exists(root.resolve(name)), "Skipped: there is no " + root.resolve(name));
        return root.resolve(name);
    }
}
