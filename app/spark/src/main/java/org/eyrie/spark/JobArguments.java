package org.eyrie.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was asked for: a command and options, each with a value. */
record JobArguments(String command, Map<String, String> options) {

    static final String USAGE = """
        Fits lineage, scores and outcomes on Apache Spark.

        spark-submit ... eyrie-spark.jar fit (--neo4j-uri URI | --graph FOLDER) --out FOLDER [--outcomes FILE] [--seed N]
        spark-submit ... eyrie-spark.jar load --out FOLDER --neo4j-uri URI

          --neo4j-uri URI   where lineage and scores are, and where the fit goes; NEO4J_USERNAME (neo4j) and
                            NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE, come from the environment
          --graph FOLDER    models, edges and scores as .parquet or .csv, in place of Neo4j
          --outcomes FILE   model, benchmark and outcomes (a character an item: 1, 0 or -), Parquet or .csv;
                            the word graph for those in Neo4j; without, no items are fitted
          --out FOLDER      where the fit and its predictions are written as Parquet
          --seed N          equal seeds and data give equal fits; 1
          --time INSTANT    names the fit, such as 2026-11-29T12:00:00Z; now

        For instance:
          spark-submit --master 'local[4]' eyrie-spark.jar fit --graph export --outcomes outcomes.parquet --out fit
        """;

    private static final Set<String> KNOWN =
            Set.of("--neo4j-uri", "--graph", "--outcomes", "--out", "--seed", "--time");

    /** Nobody can know what was meant. */
    static final class Misunderstood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misunderstood(String message) {
            super(message);
        }
    }

    /** @throws Misunderstood if a word is unknown, or a value is missing */
    static JobArguments of(List<String> words) {
        if (words.isEmpty() || !Set.of("fit", "load").contains(words.get(0))) {
            throw new Misunderstood("The first word is fit or load" + (words.isEmpty() ? "" : ", not " + words.get(0)));
        }
        Map<String, String> options = new HashMap<>();
        List<String> rest = new ArrayList<>(words.subList(1, words.size()));
        while (!rest.isEmpty()) {
            String option = rest.remove(0);
            if (!KNOWN.contains(option)) {
                throw new Misunderstood("Unknown option " + option);
            }
            if (rest.isEmpty()) {
                throw new Misunderstood(option + " needs a value");
            }
            options.put(option, rest.remove(0));
        }
        JobArguments arguments = new JobArguments(words.get(0), Map.copyOf(options));
        arguments.need("--out");
        if (arguments.command.equals("load")) {
            arguments.need("--neo4j-uri");
        } else if (options.containsKey("--neo4j-uri") == options.containsKey("--graph")) {
            throw new Misunderstood("fit needs either --neo4j-uri or --graph");
        }
        return arguments;
    }

    /** The value of an option that must be there. */
    String need(String option) {
        String value = options.get(option);
        if (value == null) {
            throw new Misunderstood(command + " needs " + option);
        }
        return value;
    }

    /** The value of an option, null where it was not given. */
    @Nullable
    String find(String option) {
        return options.get(option);
    }
}
