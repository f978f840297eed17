package org.eyrie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A master with two worker processes on this machine, all of them started from Maven's jars, and jobs submitted to it. */
final class StandaloneCluster implements AutoCloseable {

    private static final int WORKERS = 2;

    private final Path folder;
    private final String master;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path folder, int port) {
        this.folder = folder;
        this.master = "spark://127.0.0.1:" + port;
    }

    /**
     * Starts it.
     *
     * @param folder for logs, Spark's jars and what workers write
     */
    static StandaloneCluster start(Path folder, int port) throws IOException, InterruptedException {
        StandaloneCluster cluster = withoutWorkers(folder, port);
        cluster.processes.add(cluster.java(
                "master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "" + port));
        Thread.sleep(Duration.ofSeconds(5).toMillis());
        for (int w = 1; w <= WORKERS; w++) {
            cluster.processes.add(cluster.java(
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
                    cluster.master));
        }
        return cluster;
    }

    /** Only Spark's jars, for jobs in a process of their own. */
    static StandaloneCluster withoutWorkers(Path folder) throws IOException {
        return withoutWorkers(folder, 0);
    }

    private static StandaloneCluster withoutWorkers(Path folder, int port) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String jar : classPath()) {
            Path file = Path.of(jar);
            // the connector's Netty is not Spark's
            if (jar.endsWith(".jar") && !jar.matches(".*[/\\\\](neo4j|eyrie|junit|surefire)[-_a-z0-9]*.*\\.jar")) {
                Path link = jars.resolve(file.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, file.toAbsolutePath());
                }
            }
        }
        return new StandaloneCluster(folder, port);
    }

    /** What this process was started with. */
    static List<String> classPath() {
        return List.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator, -1));
    }

    private Process java(String name, String... words) throws IOException {
        return builder(name, words).start();
    }

    private ProcessBuilder builder(String name, String... words) {
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
                .redirectOutput(log(name).toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    /** Submits a job to the two workers. */
    Process submit(String name, List<String> job) throws IOException {
        return submit(name, master, job);
    }

    /**
     * Submits a job.
     *
     * @param name of its log
     * @param where a master
     * @param job words of spark-submit: options, jar and arguments
     */
    Process submit(String name, String where, List<String> job) throws IOException {
        return submission(name, where, job).start();
    }

    /** The same with a password for Neo4j in a file. */
    Process submit(String name, String where, List<String> job, Path password) throws IOException {
        ProcessBuilder builder = submission(name, where, job);
        builder.environment().remove("NEO4J_PASSWORD");
        builder.environment().put("NEO4J_PASSWORD_FILE", password.toString());
        return builder.start();
    }

    private ProcessBuilder submission(String name, String where, List<String> job) {
        List<String> words = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                where,
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.executor.memory=900m"));
        words.addAll(job);
        return builder(name, words.toArray(String[]::new));
    }

    /** What a job, the master or a worker said. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** Kills the executors of the first worker once a job has said something; the worker starts others. */
    void killExecutorsWhen(Process job, String name, String said) throws IOException, InterruptedException {
        await(job, name, said);
        assertThat(processes.get(1).descendants().filter(ProcessHandle::destroyForcibly))
                .as("executors of a worker")
                .isNotEmpty();
    }

    /** Waits until a job has said something. */
    void await(Process job, String name, String said) throws IOException, InterruptedException {
        while (job.isAlive() && !Files.readString(log(name)).contains(said)) {
            Thread.sleep(100);
        }
        assertThat(job.isAlive()).as(Files.readString(log(name))).isTrue();
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
