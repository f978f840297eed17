package org.eyrie.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model besides its lineage; anything may be unknown.
 *
 * @param architecture class name in the model's configuration, such as {@code LlamaForCausalLM}
 * @param parametersBillions number of parameters in billions, finite and not negative
 * @param type what kind of training it had, such as {@code pretrained}, {@code chat}, {@code merge}
 * @param precision number format of its weights, such as {@code bfloat16}
 * @param chatTemplate whether it was evaluated with a chat template
 * @param moe whether it is a mixture of experts
 * @param uploaded the day it was published
 * @param license as its registry spells it
 */
public record Traits(
        @Nullable String architecture,
        @Nullable Double parametersBillions,
        @Nullable String type,
        @Nullable String precision,
        @Nullable Boolean chatTemplate,
        @Nullable Boolean moe,
        @Nullable LocalDate uploaded,
        @Nullable String license) {

    /** No model has so many parameters, in billions. */
    public static final double MOST_BILLIONS = 1e6;

    /** How many times larger a model of the same size may be. */
    public static final double SAME_SIZE = 1.05;

    /** Nothing is known. */
    public static final Traits UNKNOWN = new Traits(null, null, null, null, null, null, null, null);

    public Traits {
        if (parametersBillions != null && !(parametersBillions >= 0 && parametersBillions < MOST_BILLIONS)) {
            throw new IllegalArgumentException(
                    "The number of parameters must be between 0 and 1,000,000 billion: " + parametersBillions);
        }
    }

    /** These traits, and those of {@code older} where nothing is known here. */
    public Traits orElse(Traits older) {
        return new Traits(
                first(architecture, older.architecture),
                first(parametersBillions, older.parametersBillions),
                first(type, older.type),
                first(precision, older.precision),
                first(chatTemplate, older.chatTemplate),
                first(moe, older.moe),
                first(uploaded, older.uploaded),
                first(license, older.license));
    }

    /**
     * What models have in common that is passed on whatever is made of them: architecture, size and whether there are
     * experts, each where all of whom it is known agree. Sizes agree to {@value #SAME_SIZE} times, since sources differ
     * in what they count; the first is taken.
     */
    public static Traits build(List<Traits> models) {
        Double size = common(models, Traits::parametersBillions, Traits::sameSize);
        return new Traits(
                common(models, traits -> Architecture.of(traits.architecture), Objects::equals),
                size,
                null,
                null,
                null,
                common(models, Traits::moe, Objects::equals),
                null,
                null);
    }

    /** Whether two numbers of parameters are of one size. */
    public static boolean sameSize(double one, double other) {
        return Math.max(one, other) <= SAME_SIZE * Math.min(one, other);
    }

    /** The trait that all have of whom it is known; null where they differ or nobody knows. */
    public static <T> @Nullable T common(
            List<Traits> models, Function<Traits, @Nullable T> trait, BiPredicate<T, T> same) {
        T first = null;
        for (Traits model : models) {
            T value = trait.apply(model);
            if (value != null) {
                if (first != null && !same.test(first, value)) {
                    return null;
                }
                first = first == null ? value : first;
            }
        }
        return first;
    }

    private static <T> @Nullable T first(@Nullable T newer, @Nullable T older) {
        return newer != null ? newer : older;
    }
}
