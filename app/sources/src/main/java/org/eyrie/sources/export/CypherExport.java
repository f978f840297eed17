package org.eyrie.sources.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Prediction;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Statements that make the same graph in another Neo4j, to be piped into {@code cypher-shell} or pasted into Neo4j
 * Browser. The statements are files beside this class; here they get their rows, as literals.
 */
public final class CypherExport {

    private static final int ROWS_A_STATEMENT = 500;
    private static final String PLACEHOLDER = "$rows";

    private CypherExport() {}

    /** Writes the statements, UTF-8 being up to the writer. Running them twice changes nothing. */
    public static void write(GraphExport graph, Writer out) throws IOException {
        out.write(statement("models-are-unique.cypher"));
        out.write(statement("benchmarks-are-unique.cypher"));
        write(out, "models.cypher", graph.models().stream().map(model -> {
            Traits traits = model.traits();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("architecture", traits.architecture());
            row.put("parameters_billions", traits.parametersBillions());
            row.put("type", traits.type());
            row.put("precision", traits.precision());
            row.put("chat_template", traits.chatTemplate());
            row.put("moe", traits.moe());
            row.put("license", traits.license());
            row.values().removeIf(Objects::isNull);
            Map<String, @Nullable Object> whole = new LinkedHashMap<>();
            whole.put("id", model.id());
            whole.put("traits", row);
            whole.put("uploaded", traits.uploaded());
            return whole;
        }));
        write(out, "derivations.cypher", graph.derivations().stream().map(edge -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("child", edge.child());
            row.put("parent", edge.parent());
            row.put("relation", edge.relation().code());
            row.put("weight", edge.weight());
            row.put("evidence", edge.evidence());
            return row;
        }));
        Stream<BenchmarkId> benchmarks = Stream.concat(
                        graph.evaluations().stream().map(Evaluation::benchmark),
                        graph.predictions().stream().map(Prediction::benchmark))
                .distinct()
                .sorted();
        write(out, "benchmarks.cypher", benchmarks.map(id -> Map.<String, Object>of("id", id)));
        write(out, "evaluations.cypher", graph.evaluations().stream().map(score -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("model", score.model());
            row.put("benchmark", score.benchmark());
            row.put("score", score.score());
            row.put("items", score.items());
            row.put("stderr", score.stderr());
            row.put("source", score.source());
            return row;
        }));
        write(out, "predictions.cypher", graph.predictions().stream().map(prediction -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("model", prediction.model());
            row.put("benchmark", prediction.benchmark());
            row.put("mean", prediction.mean());
            row.put("lower", prediction.lower());
            row.put("upper", prediction.upper());
            row.put("level", prediction.level());
            row.put("fit", prediction.fit());
            return row;
        }));
    }

    private static void write(Writer out, String file, Stream<? extends Map<String, ?>> rows) throws IOException {
        String statement = statement(file);
        List<Map<String, ?>> all = new ArrayList<>(rows.toList());
        for (int from = 0; from < all.size(); from += ROWS_A_STATEMENT) {
            StringBuilder literal = new StringBuilder();
            CypherLiteral.append(literal, all.subList(from, Math.min(all.size(), from + ROWS_A_STATEMENT)));
            out.write(statement.replace(PLACEHOLDER, literal));
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
