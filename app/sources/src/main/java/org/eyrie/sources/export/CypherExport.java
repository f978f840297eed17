package org.eyrie.sources.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statements that make the same graph in another Neo4j, to be piped into {@code cypher-shell} or pasted into Neo4j
 * Browser. The statements are files beside this class; here they get their rows, as literals.
 */
public final class CypherExport {

    private static final int ROWS_A_STATEMENT = 500;

    /** A statement ends after this many characters of rows: a server parses a longer one slowly, or not at all. */
    private static final int CHARACTERS_A_STATEMENT = 1_000_000;

    private static final String PLACEHOLDER = "$rows";

    private CypherExport() {}

    /** Writes the statements, UTF-8 being up to the writer. Running them twice changes nothing. */
    public static void write(GraphExport graph, Writer out) throws IOException {
        for (String constraint : List.of("models", "benchmarks", "recipes", "items")) {
            out.write(statement(constraint + "-are-unique.cypher"));
        }
        write(out, "models.cypher", graph.models().stream().map(CypherRows::of));
        write(out, "derivations.cypher", graph.derivations().stream().map(CypherRows::of));
        write(out, "benchmarks.cypher", graph.benchmarks().stream().map(CypherRows::of));
        write(
                out,
                "items.cypher",
                graph.items().entrySet().stream()
                        .flatMap(items -> CypherRows.ofItems(items.getKey(), items.getValue())));
        write(out, "evaluations.cypher", graph.evaluations().stream().map(CypherRows::of));
        write(out, "predictions.cypher", graph.predictions().stream().map(CypherRows::of));
        write(out, "recipes.cypher", graph.recipes().stream().map(CypherRows::of));
    }

    private static void write(Writer out, String file, Stream<Map<String, @Nullable Object>> rows) throws IOException {
        String statement = statement(file);
        Iterator<Map<String, @Nullable Object>> left = rows.iterator();
        while (left.hasNext()) {
            StringBuilder literal = new StringBuilder("[");
            for (int row = 0;
                    row < ROWS_A_STATEMENT && literal.length() < CHARACTERS_A_STATEMENT && left.hasNext();
                    row++) {
                literal.append(row == 0 ? "\n  " : ",\n  ");
                CypherLiteral.append(literal, left.next());
            }
            out.write(statement.replace(PLACEHOLDER, literal.append("\n]")));
        }
    }

    private static String statement(String file) throws IOException {
        try (InputStream stream = CypherExport.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The program is incomplete: " + file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
