package org.eyrie.sources.mergekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.sources.tree.ParsedTree;

/** The parameters in force for one source of a merge: its own first, then those of its slice, module and file. */
final class Parameters {

    private final List<Map<String, Object>> levels;

    private Parameters(List<Map<String, Object>> levels) {
        this.levels = levels;
    }

    static final Parameters NONE = new Parameters(List.of());

    /** These parameters, overridden by those that an object holds under {@code parameters}. */
    Parameters within(Map<String, Object> object) {
        List<Map<String, Object>> inner = new ArrayList<>();
        inner.add(ParsedTree.child(object, "parameters"));
        inner.addAll(levels);
        return new Parameters(inner);
    }

    /** Whether any level sets a parameter. */
    boolean has(String name) {
        return levels.stream().anyMatch(level -> level.get(name) != null);
    }

    /**
     * The mean of a parameter over the tensors of one layer; empty where no level sets it.
     *
     * @param depth where the layer is, from 0, the first, to 1, the last
     * @throws IllegalArgumentException if it is no parameter, or not finite
     */
    Optional<Double> mean(String name, double depth) {
        return mean(name, depth, levels);
    }

    private static Optional<Double> mean(String name, double depth, List<Map<String, Object>> levels) {
        for (int at = 0; at < levels.size(); at++) {
            Object value = levels.get(at).get(name);
            if (value instanceof Map<?, ?> condition && condition.containsKey("value")) {
                value = List.of(condition);
            }
            if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
                return average(name, depth, list, mean(name, depth, levels.subList(at + 1, levels.size())));
            }
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                return Optional.of(new Gradient(name, value).at(depth));
            }
        }
        return Optional.empty();
    }

    // The first filter that matches counts, and what is further out where none does. How many tensors a filter matches
    // is
    // known to the weights only: each counts alike.
    private static Optional<Double> average(String name, double depth, List<?> conditions, Optional<Double> outer) {
        double sum = 0;
        int count = 0;
        for (Object each : conditions) {
            Map<String, Object> condition = each instanceof Map<?, ?> map ? ParsedTree.object(map) : Map.of();
            Object value = condition.get("value");
            if (value == null) {
                throw new IllegalArgumentException("parameter " + name + " must have a value for every filter");
            }
            sum += new Gradient(name, value).at(depth);
            count++;
            if (condition.get("filter") == null || condition.get("filter").equals("*")) {
                return Optional.of(sum / count);
            }
        }
        return Optional.of(outer.isPresent() ? (sum + outer.get()) / (count + 1) : sum / count);
    }
}
