package org.eyrie.store.row;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.model.PastImport;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.WriteSummary.Counts;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** An import as statements take and give it. */
public final class ImportRow {

    private ImportRow() {}

    /** What was created and changed, by the property that counts it. */
    public static Map<String, Object> counts(WriteSummary summary) {
        Map<String, Object> counts = new HashMap<>();
        add(counts, "models", summary.models());
        add(counts, "derivations", summary.derivations());
        add(counts, "benchmarks", summary.benchmarks());
        add(counts, "scores", summary.evaluations());
        add(counts, "recipes", summary.recipes());
        return counts;
    }

    public static PastImport read(MapAccessor row) {
        Value properties = row.get("import");
        return new PastImport(
                properties.get("number").asLong(),
                properties.get("source").asString(),
                time(properties.get("started_at")),
                properties.get("finished_at").isNull() ? null : time(properties.get("finished_at")),
                PastImport.State.valueOf(properties.get("state").asString().toUpperCase(Locale.ROOT)),
                new WriteSummary(
                        counts(properties, "models"),
                        counts(properties, "derivations"),
                        counts(properties, "benchmarks"),
                        counts(properties, "scores"),
                        counts(properties, "recipes"),
                        0,
                        0,
                        List.of()),
                properties.get("notes").isNull()
                        ? List.of()
                        : properties.get("notes").asList(Value::asString));
    }

    private static Instant time(Value time) {
        return time.asZonedDateTime().toInstant();
    }

    private static Counts counts(Value properties, String kind) {
        return new Counts(
                properties.get(kind + "_created").asInt(0),
                0,
                properties.get(kind + "_changed").asInt(0));
    }

    private static void add(Map<String, Object> counts, String kind, Counts written) {
        counts.put(kind + "_created", written.created());
        counts.put(kind + "_changed", written.changed());
    }
}
