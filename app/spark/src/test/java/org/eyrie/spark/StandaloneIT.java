package org.eyrie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as it is handed out, submitted to a master with two worker processes. */
class StandaloneIT {

    private static final int MODELS = 9_000;
    private static final int ITEMS = 12;
    private static final int PORT = 17_177;

    private static Path folder = Path.of("target");

    @SuppressWarnings("NullAway.Init")
    private static StandaloneCluster cluster;

    private static byte[] expected = {};

    @BeforeAll
    static void startAClusterAndFitInOneProcess(@TempDir Path shared) throws IOException, InterruptedException {
        folder = shared;
        writeData(folder.resolve("data"));
        cluster = StandaloneCluster.start(folder, PORT);
        assertThat(cluster.submit("local", "local[1]", job("local")).waitFor(10, TimeUnit.MINUTES))
                .isTrue();
        expected = fit("local");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static List<String> job(String name) {
        return List.of(
                "--class",
                "org.eyrie.spark.EyrieSpark",
                Path.of("target/eyrie-spark.jar").toAbsolutePath().toString(),
                "fit",
                "--graph",
                folder.resolve("data").toString(),
                "--outcomes",
                folder.resolve("data/outcomes.csv").toString(),
                "--time",
                "2026-11-29T12:00:00Z",
                "--out",
                folder.resolve("fit-" + name).toString());
    }

    /** What a fit learned, all of it. */
    private static byte[] fit(String name) throws IOException {
        assertThat(folder.resolve("fit-" + name + "/fit/_SUCCESS"))
                .as(Files.readString(cluster.log(name)))
                .exists();
        try (SparkSession session = LocalSpark.session("local[1]")) {
            Row row = FitFiles.fit(session, folder.resolve("fit-" + name).toString())
                    .first();
            assertThat(row.getString(0)).isEqualTo("20261129T120000.000");
            return (byte[]) row.get(8);
        }
    }

    private static void writeData(Path to) throws IOException {
        Files.createDirectories(to);
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder models = new StringBuilder("model,architecture,parameters_billions\n");
        StringBuilder edges = new StringBuilder("child,parent,relation\n");
        StringBuilder scores = new StringBuilder("model,benchmark,score,items\n");
        StringBuilder outcomes = new StringBuilder("model,benchmark,outcomes\n");
        double[] skill = new double[MODELS];
        for (int u = 0; u < MODELS; u++) {
            int founder = u - u % 30;
            String name = "org" + founder % 7 + "/m" + u;
            skill[u] = u == founder ? random.nextGaussian() : skill[founder] + 0.5 * random.nextGaussian();
            models.append(name).append(u % 2 == 0 ? ",llama,7\n" : ",qwen,3\n");
            if (u != founder) {
                edges.append(name).append(",org" + founder % 7 + "/m" + founder + ",finetune\n");
            }
            if (u % 3 == 0) {
                double score = 1 / (1 + Math.exp(-skill[u]));
                scores.append(name).append(",elsewhere," + Math.round(1000 * score) / 1000.0 + ",500\n");
            }
            outcomes.append(name).append(",items,");
            for (int i = 0; i < ITEMS; i++) {
                boolean right = random.nextDouble() < 1 / (1 + Math.exp(i / 3.0 - 2 - skill[u]));
                outcomes.append((u + i) % 3 == 1 && u % 2 == 1 ? "-" : right ? "1" : "0");
            }
            outcomes.append('\n');
        }
        Files.writeString(to.resolve("models.csv"), models);
        Files.writeString(to.resolve("edges.csv"), edges);
        Files.writeString(to.resolve("scores.csv"), scores);
        Files.writeString(to.resolve("outcomes.csv"), outcomes);
    }

    @Test
    void twoWorkersFindWhatOneProcessFindsToTheLastBit() throws IOException, InterruptedException {
        assertThat(cluster.submit("cluster", job("cluster")).waitFor(10, TimeUnit.MINUTES))
                .isTrue();
        assertThat(fit("cluster")).isEqualTo(expected);
    }

    @Test
    void anExecutorThatDiesOnTheWayChangesNoDigit() throws IOException, InterruptedException {
        Process job = cluster.submit("killed", job("killed"));
        cluster.killExecutorsWhen(job, "killed", "learning items 6/");
        assertThat(job.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(cluster.log("killed"))).contains("Lost executor");
        assertThat(fit("killed")).isEqualTo(expected);
    }

    @Test
    void aDriverThatIsKilledLeavesNoFitAndTheSameCommandMakesItAgain() throws IOException, InterruptedException {
        Process job = cluster.submit("again", job("again"));
        cluster.await(job, "again", "learning items 3/");
        job.destroyForcibly().waitFor();
        assertThat(folder.resolve("fit-again/fit")).doesNotExist();

        assertThat(cluster.submit("again", job("again")).waitFor(10, TimeUnit.MINUTES))
                .isTrue();
        assertThat(fit("again")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "executor"})
    void whereMemoryRunsOutTheOptionsThatGiveMoreAreNamed(String who) throws IOException, InterruptedException {
        Process job = cluster.submit(
                "hungry-" + who,
                List.of(
                        "--jars",
                        Path.of("target/eyrie-spark.jar").toAbsolutePath().toString(),
                        "--class",
                        "org.eyrie.spark.HungryJob",
                        Path.of("target/eyrie-spark-tests.jar").toAbsolutePath().toString(),
                        who));
        assertThat(job.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(cluster.log("hungry-" + who)))
                .contains("fit failed: ")
                .contains("Memory ran out. On the driver")
                .contains("--driver-memory")
                .contains("--executor-memory");
    }
}
