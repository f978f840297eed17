package org.eyrie.server.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * What a planned model would be like; anything may be missing.
 *
 * @param architecture class name in its configuration, such as LlamaForCausalLM
 * @param parametersBillions number of parameters in billions, more than 0
 * @param type what kind of training it had, such as pretrained, chat, merge
 * @param precision number format of its weights, such as bfloat16
 * @param chatTemplate whether it would be evaluated with a chat template
 * @param moe whether it is a mixture of experts
 * @param uploaded the day it would be published, as 2025-01-31
 * @param license as its registry would spell it
 */
record TraitsRequest(
        @Nullable String architecture,
        @Nullable Double parametersBillions,
        @Nullable String type,
        @Nullable String precision,
        @Nullable Boolean chatTemplate,
        @Nullable Boolean moe,
        @Nullable String uploaded,
        @Nullable String license) {

    /** The traits; what is wrong is told to {@code inputs}. */
    Traits read(Inputs inputs) {
        Double size = parametersBillions;
        if (size != null && !(size > 0 && size < Traits.MOST_BILLIONS)) {
            inputs.fault(
                    "traits.parametersBillions",
                    "A size is more than 0 and less than a million billion, not " + size + ".");
            size = null;
        }
        return new Traits(
                inputs.optional("traits.architecture", architecture, TraitsRequest::text),
                size,
                inputs.optional("traits.type", type, TraitsRequest::text),
                inputs.optional("traits.precision", precision, TraitsRequest::text),
                chatTemplate,
                moe,
                inputs.optional("traits.uploaded", uploaded, TraitsRequest::day),
                inputs.optional("traits.license", license, TraitsRequest::text));
    }

    private static String text(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("It is empty: leave it away where it is not known.");
        }
        return value;
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A day is written as 2025-01-31, not \"" + value + "\".", e);
        }
    }
}
