package org.eyrie.model;

import java.time.LocalDate;
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

    private static <T> @Nullable T first(@Nullable T newer, @Nullable T older) {
        return newer != null ? newer : older;
    }
}
