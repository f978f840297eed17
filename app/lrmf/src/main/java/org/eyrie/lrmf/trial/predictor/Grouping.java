package org.eyrie.lrmf.trial.predictor;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.lrmf.problem.ModelTraits;

/**
 * Models by something they have in common.
 *
 * @param groups number of groups
 * @param group group of each model, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Grouping(int groups, int[] group) {

    /** All models alike. */
    static Grouping all(int models) {
        return new Grouping(1, new int[models]);
    }

    /** By architecture, unknown being one of them. */
    static Grouping byArchitecture(ModelTraits traits) {
        return number(traits.architecture().length, model -> traits.architecture()[model]);
    }

    /** By architecture and size rounded to billions, unknown being one of either. */
    static Grouping byArchitectureAndSize(ModelTraits traits) {
        return number(
                traits.models(),
                model -> new Shape(traits.architecture()[model], size(traits.parametersBillions()[model])));
    }

    private record Shape(int architecture, long size) {}

    private static long size(double billions) {
        return Double.isNaN(billions) ? -1 : Math.round(billions);
    }

    private static Grouping number(int models, java.util.function.IntFunction<Object> key) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] group = new int[models];
        for (int model = 0; model < models; model++) {
            Object of = key.apply(model);
            Integer known = numbers.putIfAbsent(of, numbers.size());
            group[model] = known == null ? numbers.size() - 1 : known;
        }
        return new Grouping(numbers.size(), group);
    }
}
