package org.eyrie.engine.ask;

import org.jspecify.annotations.Nullable;

/**
 * A trait that a planned model was predicted with.
 *
 * @param name as models have it: {@code id}, {@code architecture}, {@code parametersBillions}, {@code type}, {@code
 *     precision}, {@code chatTemplate}, {@code moe}, {@code uploaded}, {@code license}
 * @param value as text
 * @param given whether the plan says so; otherwise it is assumed
 * @param reason why it is assumed, for people; null where it is given
 */
public record PlannedTrait(
        String name, String value, boolean given, @Nullable String reason) {

    static PlannedTrait given(String name, Object value) {
        return new PlannedTrait(name, value.toString(), true, null);
    }

    static PlannedTrait assumed(String name, Object value, String reason) {
        return new PlannedTrait(name, value.toString(), false, reason);
    }
}
