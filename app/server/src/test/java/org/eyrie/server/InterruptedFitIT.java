package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, in a process of its own with a database of its own, told to end in the middle of a fit. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("thorough")
class InterruptedFitIT {

    /** So many that a fit takes longer than the test needs to interrupt it. */
    private static final int MODELS = 6_000;

    private static final int BENCHMARKS = 6;
    private static final int PARENTS_AMONG_LAST = 300;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aFitThatIsToldToEndWritesNothingAndClosesItsDatabaseAfterwards() throws Exception {
        Path facts = Files.write(folder.resolve("facts.ndjson"), facts());
        Path data = folder.resolve("data");
        Process imported = eyrie("import", "ndjson", facts.toString(), "--data", data.toString());
        assertThat(imported.waitFor()).as(said()).isZero();

        Process fit = eyrie("fit", "--data", data.toString());
        while (!Files.exists(data.resolve("running"))) {
            assertThat(fit.isAlive()).as(said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        TimeUnit.SECONDS.sleep(2);
        // Ctrl-C sends SIGINT, which Java takes like SIGTERM; shells let what runs in the background ignore the former.
        fit.destroy();
        assertThat(fit.waitFor()).as(said()).isEqualTo(128 + 15);
        assertThat(said())
                .contains("The fit was cancelled; nothing was written.")
                .doesNotContain("Unexpected", "\tat ");
        assertThat(data.resolve("running")).doesNotExist();

        DatabaseChoice choice = new DatabaseChoice(data, null, "neo4j", "", true);
        aDatabaseThatCannotBeAnnouncedIsClosedAgainAndSoIsItsDriver(choice);
        try (Session session = new Neo4jOpener().open(choice, line -> {})) {
            assertThat(session.stores().fits().all()).isEmpty();
            assertThat(session.stores().scores().all()).hasSize(MODELS * BENCHMARKS);
        }
    }

    // Here, since a database of its own takes half a minute to be made and started: the next start shows it was closed.
    private static void aDatabaseThatCannotBeAnnouncedIsClosedAgainAndSoIsItsDriver(DatabaseChoice choice)
            throws IOException {
        Path inTheWay = Files.createDirectory(choice.dataFolder().resolve("running.new"));
        Path within = Files.createFile(inTheWay.resolve("something"));
        long before = driverThreads();
        assertThatThrownBy(() -> new Neo4jOpener().open(choice, line -> {}))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be written");
        assertThat(driverThreads()).isLessThanOrEqualTo(before);
        Files.delete(within);
        Files.delete(inTheWay);
    }

    private static long driverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("Neo4jDriver"))
                .count();
    }

    private Process eyrie(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Deyrie.neo4j.lib=" + System.getProperty("eyrie.neo4j.lib", ""),
                Main.class.getName()));
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        // Each command has a database of its own, whose end is seen.
        builder.environment().put("EYRIE_LINGER", "0");
        return builder.start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    private static List<String> facts() {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int u = 0; u < MODELS; u++) {
            lines.add("{\"kind\":\"model\",\"id\":\"made/up-" + u + "\"}");
            if (u > 0) {
                int parent = Math.max(0, u - 1 - random.nextInt(PARENTS_AMONG_LAST));
                lines.add("{\"kind\":\"edge\",\"child\":\"made/up-" + u + "\",\"parent\":\"made/up-" + parent
                        + "\",\"relation\":\"finetune\"}");
            }
            for (int b = 0; b < BENCHMARKS; b++) {
                lines.add("{\"kind\":\"score\",\"model\":\"made/up-" + u + "\",\"benchmark\":\"b" + b + "\",\"value\":"
                        + random.nextInt(1_000) / 1_000.0 + "}");
            }
        }
        return lines;
    }
}
