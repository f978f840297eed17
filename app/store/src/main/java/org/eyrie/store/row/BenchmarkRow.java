package org.eyrie.store.row;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.EvaluationSetup;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** A benchmark as statements take and give it. */
public final class BenchmarkRow {

    private BenchmarkRow() {}

    public static Map<String, Object> of(Benchmark benchmark) {
        EvaluationSetup setup = benchmark.setup();
        Map<String, Object> details = new HashMap<>();
        details.put("items", benchmark.items());
        details.put("task", setup.task());
        details.put("metric", setup.metric());
        details.put("filter", setup.filter());
        details.put("harness", setup.harness());
        details.put("task_version", setup.taskVersion());
        details.put("n_shot", setup.nShot());
        details.put("chat_template", setup.chatTemplate());
        details.values().removeIf(detail -> detail == null);
        return Map.of("id", benchmark.id().value(), "details", details);
    }

    public static Benchmark read(MapAccessor row) {
        EvaluationSetup setup = new EvaluationSetup(
                row.get("task").computeOrDefault(Value::asString, null),
                row.get("metric").computeOrDefault(Value::asString, null),
                row.get("filter").computeOrDefault(Value::asString, null),
                row.get("harness").computeOrDefault(Value::asString, null),
                row.get("task_version").computeOrDefault(Value::asString, null),
                row.get("n_shot").computeOrDefault(Value::asInt, null),
                row.get("chat_template").computeOrDefault(Value::asBoolean, null));
        return new Benchmark(
                new BenchmarkId(row.get("id").asString()),
                row.get("items").computeOrDefault(Value::asInt, null),
                setup);
    }
}
