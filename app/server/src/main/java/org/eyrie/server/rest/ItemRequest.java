package org.eyrie.server.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.engine.ask.ItemQuestion;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * A question about items.
 *
 * @param model whose
 * @param benchmark on what
 * @param observed outcomes of items that were run; they count in place of stored ones
 * @param costs costs of items; others cost 1
 * @param count how many items to name at most, 1 to 10,000; 50 where it is missing
 * @param targetWidth stop where the interval is expected to be no wider, 0 to 1
 */
record ItemRequest(
        @Nullable String model,
        @Nullable String benchmark,
        @Nullable List<ObservedItem> observed,
        @Nullable List<ItemCost> costs,
        @Nullable Integer count,
        @Nullable Double targetWidth) {

    static final int MOST = 10_000;
    static final int USUAL = 50;

    /**
     * @param item its position, from zero
     * @param correct whether it was answered correctly
     */
    record ObservedItem(@Nullable Integer item, @Nullable Boolean correct) {}

    /**
     * @param item its position, from zero
     * @param cost positive
     */
    record ItemCost(@Nullable Integer item, @Nullable Double cost) {}

    /** @throws org.eyrie.model.InvalidInputException with every fault, those {@code inputs} has already included */
    ItemQuestion question(Inputs inputs) {
        ModelId whose = inputs.model("model", model);
        BenchmarkId column = inputs.benchmark("benchmark", benchmark);
        Map<Integer, Boolean> outcomes = new TreeMap<>();
        List<ObservedItem> told = observed == null ? List.of() : observed;
        if (told.size() > Outcomes.MAX_ITEMS) {
            inputs.fault("observed", "There may be " + Outcomes.MAX_ITEMS + " at most, not " + told.size() + ".");
        }
        for (int at = 0; at < Math.min(told.size(), Outcomes.MAX_ITEMS); at++) {
            ObservedItem observation = inputs.element("observed", told, at);
            if (observation == null) {
                continue;
            }
            Integer item = position(inputs, "observed[" + at + "].item", observation.item());
            Boolean correct = observation.correct();
            if (correct == null) {
                inputs.fault("observed[" + at + "].correct", "It is missing.");
            } else if (item != null && outcomes.putIfAbsent(item, correct) != null) {
                inputs.fault("observed[" + at + "].item", "Item " + item + " stands twice.");
            }
        }
        inputs.check();
        return new ItemQuestion(Inputs.checked(whose), Inputs.checked(column), outcomes);
    }

    Map<Integer, Double> cost(Inputs inputs) {
        Map<Integer, Double> read = new TreeMap<>();
        List<ItemCost> told = costs == null ? List.of() : costs;
        for (int at = 0; at < told.size(); at++) {
            ItemCost one = inputs.element("costs", told, at);
            if (one == null) {
                continue;
            }
            Integer item = position(inputs, "costs[" + at + "].item", one.item());
            Double cost = one.cost();
            if (cost == null || !(cost > 0 && cost < Double.POSITIVE_INFINITY)) {
                inputs.fault("costs[" + at + "].cost", "It must be positive, not " + cost + ".");
            } else if (item != null && read.putIfAbsent(item, cost) != null) {
                inputs.fault("costs[" + at + "].item", "Item " + item + " stands twice.");
            }
        }
        return read;
    }

    private static @Nullable Integer position(Inputs inputs, String where, @Nullable Integer item) {
        if (item == null || item < 0) {
            inputs.fault(where, "It must be a position from 0, not " + item + ".");
            return null;
        }
        return item;
    }

    int most(Inputs inputs) {
        return inputs.number("count", count == null ? null : count.toString(), 1, MOST, USUAL);
    }

    double width(Inputs inputs) {
        return width(inputs, targetWidth == null ? null : targetWidth.toString());
    }

    /** A width from 0 to 1, 0 where the parameter is missing; 1 is what any interval has, so nothing need be run for it. */
    static double width(Inputs inputs, @Nullable String value) {
        if (value == null) {
            return 0;
        }
        try {
            double width = Double.parseDouble(value.strip());
            if (width >= 0 && width <= 1) {
                return width;
            }
        } catch (NumberFormatException ignored) {
            // told below, with the bounds
        }
        inputs.fault("targetWidth", "It must be a number from 0 to 1, not \"" + value + "\".");
        return 0;
    }
}
