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

    /**
     * The mean of a parameter over layers and tensors; empty where no level sets it.
     *
     * @throws IllegalArgumentException if it is no parameter, or not finite
     */
    Optional<Double> mean(String name) {
        for (Map<String, Object> level : levels) {
            Object value = level.get(name);
            if (value != null) {
                return Optional.of(mean(name, value));
            }
        }
        return Optional.empty();
    }

    private static double mean(String name, Object value) {
        if (value instanceof Number number) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("parameter " + name + " must be finite, not " + number);
            }
            return number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof Map<?, ?> condition && condition.get("value") != null) {
            return mean(name, condition.get("value"));
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.get(0) instanceof Map ? average(name, list) : gradient(name, list);
        }
        throw new IllegalArgumentException("parameter " + name + " must be a number, a gradient or a list of filters"
                + " with values, not " + ParsedTree.describe(value));
    }

    // How many tensors a filter matches is known to the weights only: each counts alike.
    private static double average(String name, List<?> conditions) {
        double sum = 0;
        for (Object condition : conditions) {
            sum += mean(name, condition == null ? "null" : condition);
        }
        return sum / conditions.size();
    }

    // Values between the anchors are interpolated, so that the first and the last count half: the trapezoid rule.
    private static double gradient(String name, List<?> anchors) {
        double first = mean(name, anchors.get(0) == null ? "null" : anchors.get(0));
        if (anchors.size() == 1) {
            return first;
        }
        double sum = 0;
        double before = first;
        for (Object anchor : anchors.subList(1, anchors.size())) {
            double here = mean(name, anchor == null ? "null" : anchor);
            sum += (before + here) / 2;
            before = here;
        }
        return sum / (anchors.size() - 1);
    }
}
