package org.eyrie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is handed out, submitted to a master with two worker processes, all of them started from Maven's jars. */
class StandaloneIT {

    private static final int MODELS = 9_000;
    private static final int ITEMS = 12;
    private static final int PORT = 17_177;
    private static final List<Process> CLUSTER = new ArrayList<>();

    private static Path folder = Path.of("target");

    private static byte[] expected = {};

    @BeforeAll
    static void startAClusterAndFitInOneProcess(@TempDir Path shared) throws IOException, InterruptedException {
        folder = shared;
        writeData(folder.resolve("data"));
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String jar : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator, -1)) {
            Path file = Path.of(jar);
            // the connector's Netty is not Spark's
            if (jar.endsWith(".jar") && !jar.matches(".*[/\\\\](neo4j|eyrie|junit|surefire)[-_a-z0-9]*.*\\.jar")) {
                Path link = jars.resolve(file.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, file.toAbsolutePath());
                }
            }
        }
        CLUSTER.add(
                java("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "" + PORT));
        Thread.sleep(Duration.ofSeconds(5).toMillis());
        for (int w = 1; w <= 2; w++) {
            CLUSTER.add(java(
                    "worker" + w,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("worker" + w).toString(),
                    "spark://127.0.0.1:" + PORT));
        }
        assertThat(submit("local", "local[1]").waitFor(10, TimeUnit.MINUTES)).isTrue();
        expected = fit("local");
    }

    @AfterAll
    static void stop() {
        for (Process process : CLUSTER) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process java(String name, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                // As Spark starts its executors, and spark-submit its drivers: digits are those of one kernel.
                "--add-modules=jdk.incubator.vector",
                "-cp",
                "jars/*"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.resolve("home").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }

    private static Process submit(String name, String master) throws IOException {
        return java(
                name,
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.executor.memory=900m",
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
                .as(Files.readString(folder.resolve(name + ".log")))
                .exists();
        try (SparkSession session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate()) {
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
        assertThat(submit("cluster", "spark://127.0.0.1:" + PORT).waitFor(10, TimeUnit.MINUTES))
                .isTrue();
        assertThat(fit("cluster")).isEqualTo(expected);
    }

    @Test
    void anExecutorThatDiesOnTheWayChangesNoDigit() throws IOException, InterruptedException {
        Process job = submit("killed", "spark://127.0.0.1:" + PORT);
        Path log = folder.resolve("killed.log");
        while (job.isAlive() && !Files.readString(log).contains("learning items 6/")) {
            Thread.sleep(200);
        }
        assertThat(CLUSTER.get(1).descendants().filter(ProcessHandle::destroyForcibly))
                .as("executors of a worker")
                .isNotEmpty();
        assertThat(job.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(log)).contains("Lost executor");
        assertThat(fit("killed")).isEqualTo(expected);
    }
}
