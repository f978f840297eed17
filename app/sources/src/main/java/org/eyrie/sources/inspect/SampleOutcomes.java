package org.eyrie.sources.inspect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** What became of every sample under a scorer: {@code C}, {@code I} and {@code N} or what they stand for. */
final class SampleOutcomes {

    private SampleOutcomes() {}

    /** Outcomes by the samples' ids; null where one is neither right nor wrong, is missing, or was tried several times. */
    static @Nullable Outcomes of(Map<String, Object> log, String scorer) {
        Map<String, Character> outcomes = new TreeMap<>();
        for (Object each : log.get("samples") instanceof List<?> list ? list : List.of()) {
            Map<String, Object> sample = each instanceof Map<?, ?> map ? ParsedTree.object(map) : Map.of();
            Object id = sample.get("id");
            Character outcome = outcome(ParsedTree.at(sample, "scores", scorer, "value"));
            if (id == null || outcome == null || outcomes.put(String.valueOf(id), outcome) != null) {
                return null;
            }
        }
        if (outcomes.isEmpty()) {
            return null;
        }
        StringBuilder values = new StringBuilder(outcomes.size());
        outcomes.values().forEach(values::append);
        return new Outcomes(values.toString(), List.copyOf(outcomes.keySet()));
    }

    private static @Nullable Character outcome(@Nullable Object value) {
        if (value instanceof Boolean right) {
            return right ? '1' : '0';
        }
        if (value instanceof Number number) {
            return number.doubleValue() == 1 ? (Character) '1' : number.doubleValue() == 0 ? (Character) '0' : null;
        }
        return "C".equals(value) ? (Character) '1' : "I".equals(value) || "N".equals(value) ? (Character) '0' : null;
    }
}
