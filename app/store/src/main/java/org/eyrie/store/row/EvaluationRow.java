package org.eyrie.store.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Measurement;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** An evaluation as statements take and give it. */
public final class EvaluationRow {

    private EvaluationRow() {}

    public static Map<String, Object> of(Evaluation evaluation) {
        Map<String, Object> row = new HashMap<>();
        row.put("model", evaluation.model().value());
        row.put("benchmark", evaluation.benchmark().value());
        row.put("score", evaluation.score());
        row.put("items", evaluation.items());
        row.put("stderr", evaluation.stderr());
        Outcomes outcomes = evaluation.outcomes();
        row.put("outcomes", outcomes == null ? null : outcomes.value());
        row.put("source", evaluation.source());
        Instant measuredAt = evaluation.measuredAt();
        row.put("measured_at", measuredAt == null ? null : measuredAt.atZone(ZoneOffset.UTC));
        return row;
    }

    // Outcomes end with the last item of their run, however many others the benchmark has by now.
    private static Outcomes outcomes(Value outcomes, Value namedItems) {
        return new Outcomes(outcomes.asString()).paddedTo(namedItems.asInt(0));
    }

    /** An evaluation and what it was read from. */
    public static Measurement measurement(MapAccessor row) {
        return new Measurement(read(row), row.get("recorded_from").computeOrDefault(Value::asString, null));
    }

    public static Evaluation read(MapAccessor row) {
        return new Evaluation(
                new ModelId(row.get("model").asString()),
                new BenchmarkId(row.get("benchmark").asString()),
                row.get("score").asDouble(),
                row.get("items").computeOrDefault(Value::asInt, null),
                row.get("stderr").computeOrDefault(Value::asDouble, null),
                row.get("outcomes").computeOrDefault(value -> outcomes(value, row.get("named_items")), null),
                row.get("source").computeOrDefault(Value::asString, null),
                row.get("measured_at")
                        .computeOrDefault(value -> value.asZonedDateTime().toInstant(), null));
    }
}
