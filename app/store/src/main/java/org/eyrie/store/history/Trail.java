package org.eyrie.store.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * All that is kept of one fact: a step for each change, with what was there before it, the oldest first. Property by
 * property, taking a step out of the middle hands what was before it to the next step that named the same property, or, if
 * there is none, to the fact.
 */
final class Trail {

    /** The number of those that nobody brought: whoever did was taken back. */
    static final long NOBODY = 0;

    private static final Set<String> ORIGIN = Set.of("recorded_from", "recorded_at", "recorded_in");

    private final FactKind kind;
    private final String subject;
    private final @Nullable String object;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final Map<String, @Nullable Object> restored = new HashMap<>();
    private final Map<String, Map<String, @Nullable Object>> corrected = new LinkedHashMap<>();
    private @Nullable Long since;

    private Trail(FactKind kind, String subject, @Nullable String object) {
        this.kind = kind;
        this.subject = subject;
        this.object = object;
    }

    static Trail of(Record row) {
        List<Value> values = row.get("steps").asList(step -> step);
        Value any = values.get(0);
        Trail trail = new Trail(
                FactKind.valueOf(any.get("kind").asString().toUpperCase(Locale.ROOT)),
                any.get("subject").asString(),
                any.get("object").isNull() ? null : any.get("object").asString());
        for (Value step : values) {
            trail.steps.add(new Step(
                    step.get("id").asString(),
                    step.get("import").asLong(),
                    new HashSet<>(step.get("named").asList(Value::asString)),
                    new HashMap<>(step.asMap())));
        }
        return trail;
    }

    /** Takes out what an import changed, the last change first. */
    void takeBack(long number) {
        for (int at = steps.size() - 1; at >= 0; at--) {
            Step step = steps.get(at);
            if (step.number == number) {
                steps.remove(at);
                gone.add(step.id);
                corrected.remove(step.id);
                for (String name : step.named) {
                    hand(name, step.values.get(name), at);
                }
            }
        }
    }

    /** Takes out what the import that created the fact said of it. */
    void uncreate() {
        kind.properties().forEach(name -> hand(name, name.equals("relation") ? "unknown" : null, 0));
        Step first = steps.get(0);
        since = first.number;
        correct(first, "recorded_in", NOBODY);
        correct(first, "recorded_from", null);
        correct(first, "recorded_at", null);
    }

    private void hand(String name, @Nullable Object value, int from) {
        for (Step later : steps.subList(from, steps.size())) {
            if (later.named.contains(name)) {
                correct(later, name, value);
                if (!ORIGIN.contains(name) || since != null) {
                    since = later.number;
                }
                return;
            }
        }
        restored.put(name, value);
    }

    private void correct(Step step, String name, @Nullable Object value) {
        step.values.put(name, value);
        corrected.computeIfAbsent(step.id, id -> new HashMap<>()).put(name, value);
    }

    FactKind kind() {
        return kind;
    }

    /** The import that changed since what was to be taken back; null where none did. */
    @Nullable
    Long since() {
        return since;
    }

    /** Whether nobody is left who speaks of the fact. */
    boolean isOrphan() {
        return steps.isEmpty() && Long.valueOf(NOBODY).equals(restored.get("recorded_in"));
    }

    /** Steps that are out. */
    List<String> gone() {
        return gone;
    }

    /** New values of steps that stay, a row each. */
    List<Map<String, Object>> corrections() {
        List<Map<String, Object>> rows = new ArrayList<>();
        corrected.forEach((id, values) -> rows.add(Map.of("id", id, "values", values)));
        return rows;
    }

    /** New values of the fact, as a row; empty where it keeps those it has. */
    Map<String, @Nullable Object> fact() {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("subject", subject);
        row.put("object", object);
        row.put("values", restored);
        return row;
    }

    /** The fact in words. */
    String words() {
        return switch (kind) {
            case MODEL -> "model " + subject;
            case DERIVATION -> "derivation of " + subject + " from " + object;
            case BENCHMARK -> "benchmark " + subject;
            case SCORE -> "score of " + subject + " on " + object;
            case RECIPE -> "recipe of " + subject;
        };
    }

    private record Step(String id, long number, Set<String> named, Map<String, @Nullable Object> values) {}
}
