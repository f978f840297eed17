package org.eyrie.server.rest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * One of many models among which to choose: one that exists, or a planned one.
 *
 * @param model the model that exists; the others are for plans
 * @param parents what it would be made from, 1 to 100: names, or objects where weights are known
 * @param relation finetune, merge, adapter, quantized, distill or unknown; finetune of one parent and merge of several
 *     where it is missing
 * @param method how it would be merged, as mergekit calls it, such as slerp
 * @param recipe the merge configuration of mergekit that would make it, as text, in place of parents and relation
 * @param id what it would be called, which tells of its author, its line and its making; no model may have that name
 * @param label what the answer calls it; the model's or the plan's name where it is missing, or else its place
 * @param traits what it would be like, as far as it is known; the rest is assumed
 */
record CandidateRequest(
        @Nullable String model,
        @Nullable List<WhatIfRequest.ParentRequest> parents,
        @Nullable String relation,
        @Nullable String method,
        @Nullable String recipe,
        @Nullable String id,
        @Nullable String label,
        @Nullable TraitsRequest traits) {

    /** The candidate; null after a fault, which is told to {@code inputs}. */
    @Nullable
    Candidate read(String where, Inputs inputs) {
        if (model != null) {
            if (Stream.of(parents, relation, method, recipe, id, traits).anyMatch(Objects::nonNull)) {
                inputs.fault(where, "A model that exists has its parents and traits: leave away all but model.");
            }
            ModelId known = inputs.model(where + ".model", model);
            return known == null ? null : new Candidate(where, label != null ? label : known.value(), known, null);
        }
        try {
            WhatIfRequest plan = new WhatIfRequest(parents, relation, method, recipe, id, traits, null, null);
            return Candidate.planned(where, label, plan.planned(new Inputs()));
        } catch (InvalidInputException refused) {
            refused.faults().forEach(fault -> inputs.fault(where + "." + fault.where(), fault.reason()));
            return null;
        }
    }
}
