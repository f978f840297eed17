package org.eyrie.engine.ask;

import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * One of many models among which to choose: one that exists, or a planned one.
 *
 * @param where it was asked for, such as {@code line 3}, for faults
 * @param label what the answer calls it
 * @param model the model that exists, or null
 * @param plan the planned one, or null
 */
public record Candidate(
        String where,
        String label,
        @Nullable ModelId model,
        @Nullable PlannedModel plan) {

    /** @throws IllegalArgumentException unless it is exactly one of both */
    public Candidate {
        if ((model == null) == (plan == null)) {
            throw new IllegalArgumentException("A candidate is a model or a plan: " + where);
        }
    }

    /** A model that exists. */
    public static Candidate existing(String where, ModelId model) {
        return new Candidate(where, model.value(), model, null);
    }

    /**
     * A planned one.
     *
     * @param label null for the name of the plan, or else where it was asked for
     */
    public static Candidate planned(String where, @Nullable String label, PlannedModel plan) {
        ModelId name = plan.id();
        return new Candidate(where, label != null ? label : name != null ? name.value() : where, null, plan);
    }
}
