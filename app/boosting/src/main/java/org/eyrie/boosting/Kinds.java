package org.eyrie.boosting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.eyrie.lrmf.problem.ModelTraits;
import org.jspecify.annotations.Nullable;

/**
 * Models by a trait that they have in common.
 *
 * @param of number of each model's kind, -1 where the trait is unknown
 * @param kinds how many kinds there are
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record Kinds(int[] of, int kinds) {

    /** By every trait that is looked at; the first is architecture and size. */
    static List<Kinds> all(ModelTraits traits, List<@Nullable String> licences) {
        IntFunction<@Nullable Object> shape = u -> shape(traits, u);
        IntFunction<@Nullable Object> author = u -> known(traits.author()[u]);
        IntFunction<@Nullable Object> series = u -> known(traits.series()[u]);
        IntFunction<@Nullable Object> architecture = u -> known(traits.architecture()[u]);
        IntFunction<@Nullable Object> type = u -> known(traits.type()[u]);
        IntFunction<@Nullable Object> template = u -> known(traits.chatTemplate()[u]);
        IntFunction<@Nullable Object> licence = licences::get;
        int models = traits.models();
        return List.of(
                by(models, shape),
                by(models, architecture),
                by(models, author),
                by(models, both(author, shape)),
                by(models, series),
                by(models, both(series, shape)),
                by(models, licence),
                by(models, both(licence, architecture)),
                by(models, both(type, shape)),
                by(models, both(template, shape)));
    }

    private static @Nullable Object known(int category) {
        return category < 0 ? null : category;
    }

    /** Sizes are told apart by whole billions. */
    private static @Nullable Object shape(ModelTraits traits, int model) {
        double billions = traits.parametersBillions()[model];
        int architecture = traits.architecture()[model];
        return architecture < 0 || Double.isNaN(billions) ? null : List.of(architecture, Math.round(billions));
    }

    private static IntFunction<@Nullable Object> both(
            IntFunction<@Nullable Object> one, IntFunction<@Nullable Object> other) {
        return model -> {
            Object first = one.apply(model);
            Object second = other.apply(model);
            return first == null || second == null ? null : List.of(first, second);
        };
    }

    private static Kinds by(int models, IntFunction<@Nullable Object> key) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] of = new int[models];
        Arrays.setAll(of, model -> {
            Object known = key.apply(model);
            return known == null ? -1 : Objects.requireNonNull(number(numbers, known));
        });
        return new Kinds(of, numbers.size());
    }

    private static Integer number(Map<Object, Integer> numbers, Object key) {
        int next = numbers.size();
        Integer known = numbers.putIfAbsent(key, next);
        return known == null ? next : known;
    }
}
