package org.eyrie.sources.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
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

    /**
     * Writes the statements, UTF-8 being up to the writer. Running them twice changes nothing. Models come first, since any of
     * them may be a parent of any other.
     *
     * @return what they hold
     */
    public static Exported write(ExportSource graph, Writer out) throws IOException {
        for (String constraint : List.of("models", "benchmarks", "recipes", "items")) {
            out.write(statement(constraint + "-are-unique.cypher"));
        }
        Exported sum = Exported.NOTHING;
        for (ExportPart part : graph.parts()) {
            sum = sum.plus(write(out, "models.cypher", part.models().stream().map(CypherRows::of)), 0, 0, 0, 0);
        }
        write(out, "benchmarks.cypher", graph.benchmarks().stream().map(CypherRows::of));
        for (Benchmark benchmark : graph.benchmarks()) {
            write(out, "items.cypher", CypherRows.ofItems(benchmark.id(), graph.items(benchmark.id())));
        }
        for (ExportPart part : graph.parts()) {
            sum = sum.plus(
                    0,
                    write(out, "derivations.cypher", part.derivations().stream().map(CypherRows::of)),
                    write(out, "evaluations.cypher", part.evaluations().map(CypherRows::of)),
                    write(out, "predictions.cypher", part.predictions().stream().map(CypherRows::of)),
                    write(out, "recipes.cypher", part.recipes().stream().map(CypherRows::of)));
        }
        return sum;
    }

    /** @return how many rows there were */
    private static long write(Writer out, String file, Stream<Map<String, @Nullable Object>> rows) throws IOException {
        String statement = statement(file);
        long written = 0;
        Iterator<Map<String, @Nullable Object>> left = rows.iterator();
        while (left.hasNext()) {
            StringBuilder literal = new StringBuilder("[");
            for (int row = 0;
                    row < ROWS_A_STATEMENT && literal.length() < CHARACTERS_A_STATEMENT && left.hasNext();
                    row++) {
                literal.append(row == 0 ? "\n  " : ",\n  ");
                CypherLiteral.append(literal, left.next());
                written++;
            }
            out.write(statement.replace(PLACEHOLDER, literal.append("\n]")));
        }
        return written;
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
