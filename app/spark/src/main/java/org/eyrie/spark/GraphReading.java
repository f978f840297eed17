package org.eyrie.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * The graph as a fit takes it, everything by id.
 *
 * @param methods how models were merged, as far as that is known
 */
record GraphReading(long version, Neighbourhood graph, Map<ModelId, String> methods, List<Evaluation> measured) {

    static GraphReading of(GraphSource source) {
        long version = source.version();
        List<Model> models = all(source, GraphTable.MODELS, GraphReading::model);
        models.sort(Comparator.comparing(Model::id));
        List<Derivation> edges = all(source, GraphTable.EDGES, GraphReading::derivation);
        edges.sort(Comparator.comparing(Derivation::child).thenComparing(Derivation::parent));
        List<Evaluation> measured = all(source, GraphTable.SCORES, GraphReading::evaluation);
        measured.sort(Comparator.comparing(Evaluation::model).thenComparing(Evaluation::benchmark));
        Map<ModelId, String> methods = new HashMap<>();
        source.read(GraphTable.METHODS)
                .collectAsList()
                .forEach(row -> methods.put(new ModelId(row.getString(0)), row.getString(1)));
        edges.removeIf(edge -> edge.child().equals(edge.parent()));
        methods.keySet()
                .retainAll(edges.stream()
                        .filter(edge -> edge.relation() == Relation.MERGE)
                        .map(Derivation::child)
                        .toList());
        return new GraphReading(version, new Neighbourhood(models, edges, false), methods, measured);
    }

    private static <T> List<T> all(GraphSource source, GraphTable table, Function<Row, T> reading) {
        List<T> all = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Dataset<Row> rows = source.read(table);
        for (Row row : rows.collectAsList()) {
            try {
                all.add(reading.apply(row));
            } catch (IllegalArgumentException | NullPointerException e) {
                faults.add(new Fault(row.toString(), String.valueOf(e.getMessage())));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(table.name().toLowerCase(java.util.Locale.ROOT), faults);
        }
        return all;
    }

    private static Model model(Row row) {
        LocalDate uploaded = row.isNullAt(7) ? null : row.getDate(7).toLocalDate();
        Traits traits = new Traits(
                text(row, 1),
                real(row, 2),
                text(row, 3),
                text(row, 4),
                flag(row, 5),
                flag(row, 6),
                uploaded,
                text(row, 8));
        return new Model(new ModelId(row.getString(0)), traits, text(row, 9));
    }

    private static Derivation derivation(Row row) {
        String relation = text(row, 2);
        return new Derivation(
                new ModelId(row.getString(0)),
                new ModelId(row.getString(1)),
                Relation.ofCode(relation == null ? "" : relation).orElse(Relation.UNKNOWN),
                real(row, 3),
                text(row, 4));
    }

    private static Evaluation evaluation(Row row) {
        return new Evaluation(
                new ModelId(row.getString(0)),
                new BenchmarkId(row.getString(1)),
                row.getDouble(2),
                row.isNullAt(3) ? null : Math.toIntExact(row.getLong(3)),
                real(row, 4),
                null,
                text(row, 5),
                null);
    }

    private static @Nullable String text(Row row, int column) {
        return row.isNullAt(column) ? null : row.getString(column);
    }

    private static @Nullable Double real(Row row, int column) {
        return row.isNullAt(column) ? null : row.getDouble(column);
    }

    private static @Nullable Boolean flag(Row row, int column) {
        return row.isNullAt(column) ? null : row.getBoolean(column);
    }
}
