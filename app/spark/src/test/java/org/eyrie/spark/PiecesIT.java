package org.eyrie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A field in pieces, learned on a master with two worker processes. */
class PiecesIT {

    private static final int PORT = 17_178;

    private static Path folder = Path.of("target");

    @SuppressWarnings("NullAway.Init")
    private static StandaloneCluster cluster;

    private static byte[] expected = {};

    @BeforeAll
    static void startAClusterAndLearnInOneProcess(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        cluster = StandaloneCluster.start(folder, PORT);
        expected = PiecesJob.foundHere();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Process submit(String name) throws IOException {
        String simulations = StandaloneCluster.classPath().stream()
                .filter(jar -> jar.matches(".*eyrie-lrmf-[^/\\\\]*-tests\\.jar"))
                .collect(Collectors.joining());
        assertThat(simulations).isNotEmpty();
        return cluster.submit(
                name,
                List.of(
                        "--jars",
                        Path.of("target/eyrie-spark.jar").toAbsolutePath() + "," + simulations,
                        "--class",
                        "org.eyrie.spark.PiecesJob",
                        Path.of("target/eyrie-spark-tests.jar").toAbsolutePath().toString(),
                        folder.resolve(name).toString()));
    }

    private static byte[] found(String name, Process job) throws IOException, InterruptedException {
        assertThat(job.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve(name)).as(Files.readString(cluster.log(name))).exists();
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void twoWorkersFindWhatOneProcessFindsToTheLastBit() throws IOException, InterruptedException {
        assertThat(found("cluster", submit("cluster"))).isEqualTo(expected);
    }

    @Test
    void anExecutorThatDiesInASweepChangesNoDigit() throws IOException, InterruptedException {
        Process job = submit("killed");
        cluster.killExecutorsWhen(job, "killed", "sweep 2");
        byte[] found = found("killed", job);
        assertThat(Files.readString(cluster.log("killed"))).contains("Lost executor");
        assertThat(found).isEqualTo(expected);
    }
}
