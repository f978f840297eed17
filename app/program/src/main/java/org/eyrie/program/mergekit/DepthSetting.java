package org.eyrie.program.mergekit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eyrie.program.run.TensorKind;

/**
 * A number as mergekit sets it: for each kind of tensor, values over the depth, straight lines between them.
 *
 * @param kinds for each {@link TensorKind} one value or more
 */
record DepthSetting(Map<TensorKind, List<Double>> kinds) {

    DepthSetting {
        Map<TensorKind, List<Double>> shortest = new EnumMap<>(TensorKind.class);
        kinds.forEach((kind, values) -> {
            boolean flat = values.stream().distinct().count() == 1;
            shortest.put(kind, flat ? values.subList(0, 1) : values);
        });
        kinds = shortest;
    }

    static DepthSetting of(double number) {
        return of(List.of(number));
    }

    /** The same values for every kind. */
    static DepthSetting of(List<Double> values) {
        Map<TensorKind, List<Double>> kinds = new EnumMap<>(TensorKind.class);
        for (TensorKind kind : TensorKind.values()) {
            kinds.put(kind, values);
        }
        return new DepthSetting(kinds);
    }

    List<Double> of(TensorKind kind) {
        return kinds.getOrDefault(kind, List.of(0.0));
    }

    boolean is(double number) {
        return kinds.values().stream().allMatch(values -> values.stream().allMatch(value -> value == number));
    }

    DepthSetting plus(DepthSetting other, double sign) throws NoCounterpart {
        Map<TensorKind, List<Double>> sums = new EnumMap<>(TensorKind.class);
        for (TensorKind kind : TensorKind.values()) {
            List<Double> a = of(kind);
            List<Double> b = other.of(kind);
            if (a.size() > 1 && b.size() > 1 && a.size() != b.size()) {
                throw new NoCounterpart("it adds curves of " + a.size() + " and of " + b.size()
                        + " points; mergekit takes one list of values");
            }
            List<Double> sum = new ArrayList<>();
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                sum.add(at(a, i) + sign * at(b, i));
            }
            sums.put(kind, sum);
        }
        return new DepthSetting(sums);
    }

    DepthSetting times(DepthSetting other) throws NoCounterpart {
        Map<TensorKind, List<Double>> products = new EnumMap<>(TensorKind.class);
        for (TensorKind kind : TensorKind.values()) {
            List<Double> a = of(kind);
            List<Double> b = other.of(kind);
            if (a.size() > 1 && b.size() > 1) {
                throw new NoCounterpart(
                        "it multiplies two curves over the depth; mergekit's are straight between values");
            }
            List<Double> product = new ArrayList<>();
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                product.add(at(a, i) * at(b, i));
            }
            products.put(kind, product);
        }
        return new DepthSetting(products);
    }

    private static double at(List<Double> values, int place) {
        return values.get(values.size() == 1 ? 0 : place);
    }
}
