package org.eyrie.store.development;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.GivenOrder;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.neo4j.driver.Value;

/** An order and what came of it, as statements take and give them. */
final class RunRow {

    private RunRow() {}

    static String key(DevelopmentId id, int number) {
        return id + "\n" + number;
    }

    static Map<String, Object> of(DevelopmentId id, RunOrder order) {
        Map<String, Object> details = new HashMap<>();
        details.put("number", order.number());
        details.put("program", order.program());
        details.put("candidate", ProposalRow.candidate(id, order.program()));
        details.put("items", order.items());
        details.put("drawn", order.drawn());
        // Missing rather than NaN: whoever takes the mean of them in Cypher wants those that there are.
        details.put("mean", Double.isNaN(order.mean()) ? null : order.mean());
        details.put("sd", Double.isNaN(order.sd()) ? null : order.sd());
        return Map.of("key", key(id, order.number()), "details", details);
    }

    static RunOrder order(Value run) {
        return new RunOrder(
                run.get("number").asInt(),
                run.get("program").asString(),
                run.get("items").asList(Value::asInt),
                run.get("drawn").asBoolean(),
                run.get("mean").asDouble(Double.NaN),
                run.get("sd").asDouble(Double.NaN));
    }

    /** Whether there are outcomes. */
    static boolean isDone(Value run) {
        return run.get("state").asString().equals("done");
    }

    static boolean isFailed(Value run) {
        return run.get("state").asString().equals("failed");
    }

    static ItemRun run(Value run) {
        return new ItemRun(
                run.get("number").asInt(),
                run.get("program").asString(),
                run.get("items").asList(Value::asInt),
                run.get("outcomes").asString());
    }

    static FailedRun failure(Value run) {
        return new FailedRun(
                run.get("number").asInt(),
                run.get("program").asString(),
                run.get("reason").asString());
    }

    /** An order with what came of it. */
    static GivenOrder given(Value run, double seconds) {
        return new GivenOrder(
                order(run),
                run.get("worker").computeOrDefault(Value::asString, null),
                seconds,
                isDone(run) ? run(run) : null,
                isFailed(run) ? failure(run) : null);
    }

    static Map<String, Object> done(ItemRun run, double seconds) {
        return Map.of("state", "done", "outcomes", run.outcomes(), "seconds", seconds);
    }

    static Map<String, Object> failed(FailedRun failure, double seconds) {
        return Map.of("state", "failed", "reason", failure.reason(), "seconds", seconds);
    }
}
