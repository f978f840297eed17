package org.eyrie.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.eyrie.engine.fit.FitData;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.engine.fit.ItemSource;
import org.eyrie.model.EyrieException;
import org.eyrie.model.Fault;
import org.eyrie.model.Fit;
import org.eyrie.model.InvalidInputException;
import org.eyrie.task.Progress;

/** What {@code spark-submit} runs. Exit codes: 0 done, 1 failed, 2 wrong use. */
public final class EyrieSpark {

    private final Map<String, String> environment;
    private final PrintStream err;

    EyrieSpark(Map<String, String> environment, PrintStream err) {
        this.environment = environment;
        this.err = err;
    }

    /** Runs, and ends the process. */
    public static void main(String[] words) {
        int code = new EyrieSpark(System.getenv(), System.err).run(words);
        if (code != 0) {
            System.exit(code);
        }
    }

    int run(String... words) {
        JobArguments arguments;
        try {
            arguments = JobArguments.of(Arrays.asList(words));
        } catch (JobArguments.Misunderstood e) {
            err.println(e.getMessage() + "\n\n" + JobArguments.USAGE);
            return 2;
        }
        try (SparkSession spark =
                SparkSession.builder().appName("eyrie " + arguments.command()).getOrCreate()) {
            if (arguments.command().equals("fit")) {
                fit(spark, arguments);
            }
            if (arguments.find("--neo4j-uri") != null) {
                load(spark, arguments);
            }
            return 0;
        } catch (EyrieException | JobArguments.Misunderstood e) {
            err.println(e.getMessage());
            return 1;
        } catch (Exception | OutOfMemoryError e) {
            err.println(Failure.of(e, arguments.command(), arguments.need("--out")));
            return 1;
        }
    }

    private void fit(SparkSession spark, JobArguments arguments) {
        GraphReading graph = GraphReading.of(source(spark, arguments));
        ItemSource items = items(spark, arguments, graph);
        FitData data = FitData.of(graph.version(), graph.graph(), graph.methods(), graph.measured(), items);
        FitFiles files = new FitFiles(spark, arguments.need("--out"));
        Fit fit = Fitting.fit(data, new FitSettings(seed(arguments)), time(arguments), files, progress());
        files.end();
        err.println("Fit " + fit.id().value() + ", " + fit.stopReason() + ", is in " + arguments.need("--out"));
    }

    private ItemSource items(SparkSession spark, JobArguments arguments, GraphReading graph) {
        String file = arguments.find("--outcomes");
        if (file == null) {
            return new NoOutcomes();
        }
        Dataset<Row> rows = file.equals("graph")
                ? database(spark, arguments).read(GraphTable.OUTCOMES)
                : GraphFolder.read(spark, file, GraphTable.OUTCOMES);
        OutcomeCheck.check(rows, file);
        return new OutcomeReading(
                        new JavaSparkContext(spark.sparkContext()),
                        graph.graph().models())
                .read(rows);
    }

    private void load(SparkSession spark, JobArguments arguments) {
        String folder = arguments.need("--out");
        long count;
        try {
            count = new Loading(spark, folder, database(spark, arguments)).load();
        } catch (EyrieException e) {
            throw e;
        } catch (Exception e) {
            throw new InvalidInputException(
                    "Neo4j did not take all of the fit",
                    List.of(new Fault(
                            arguments.need("--neo4j-uri"),
                            Failure.cause(e) + "\nThe fit itself is whole, in " + folder
                                    + ". When Neo4j is back run this; it ends in the same graph, wherever it broke"
                                    + " off:\n"
                                    + "  spark-submit ..."
                                    + " eyrie-spark.jar load"
                                    + " --out"
                                    + " " + folder + " --neo4j-uri "
                                    + arguments.need("--neo4j-uri"))));
        }
        err.println(count + " predictions are in the graph; the service answers from this fit.");
    }

    private GraphSource source(SparkSession spark, JobArguments arguments) {
        String folder = arguments.find("--graph");
        return folder == null ? database(spark, arguments) : new GraphFolder(spark, folder);
    }

    private GraphDatabase database(SparkSession spark, JobArguments arguments) {
        return new GraphDatabase(
                spark, arguments.need("--neo4j-uri"), environment.getOrDefault("NEO4J_USERNAME", "neo4j"), password());
    }

    private String password() {
        String file = environment.getOrDefault("NEO4J_PASSWORD_FILE", "");
        if (file.isBlank() || environment.containsKey("NEO4J_PASSWORD")) {
            return environment.getOrDefault("NEO4J_PASSWORD", "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The environment", List.of(new Fault("NEO4J_PASSWORD_FILE", file + " cannot be read: " + e)));
        }
    }

    private static long seed(JobArguments arguments) {
        String seed = arguments.find("--seed");
        try {
            return seed == null ? FitSettings.USUAL.seed() : Long.parseLong(seed);
        } catch (NumberFormatException e) {
            throw new JobArguments.Misunderstood("--seed is a whole number, not " + seed);
        }
    }

    private static Instant time(JobArguments arguments) {
        String time = arguments.find("--time");
        try {
            return time == null ? Instant.now() : Instant.parse(time);
        } catch (DateTimeException e) {
            throw new JobArguments.Misunderstood("--time is such as 2026-11-29T12:00:00Z, not " + time);
        }
    }

    private Progress progress() {
        return Progress.of(
                (step, done, all) -> err.println(step + (all == 0 ? "" : " " + done + "/" + all)), () -> false);
    }
}
