package org.eyrie.server.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.server.imports.RecipePlan;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * A planned model.
 *
 * @param parents what it would be made from, 1 to 100: names, or objects where weights are known
 * @param relation finetune, merge, adapter, quantized, distill or unknown; finetune of one parent and merge of several
 *     where it is missing
 * @param method how it would be merged, as mergekit calls it, such as slerp; known methods are told apart
 * @param recipe the merge configuration of mergekit that would make it, as text, in place of parents, relation
 *     and method
 * @param id what it would be called, which tells of its author, its line and its making; no model may have that name
 * @param traits what it would be like, as far as it is known; the rest is assumed, and the answer says what
 * @param strict whether to refuse what nobody could make, such as a merge of different architectures or sizes; a warning
 *     where it is missing
 * @param benchmarks on what to predict it; all where it is missing
 */
record WhatIfRequest(
        @Nullable List<ParentRequest> parents,
        @Nullable String relation,
        @Nullable String method,
        @Nullable String recipe,
        @Nullable String id,
        @Nullable TraitsRequest traits,
        @Nullable Boolean strict,
        @Nullable List<String> benchmarks) {

    /**
     * @param id the parent
     * @param weight its share, 0 to 1; parents without share evenly what the others leave of one
     */
    record ParentRequest(@Nullable String id, @Nullable Double weight) {

        /** A name alone is a parent without a weight. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ParentRequest named(String id) {
            return new ParentRequest(id, null);
        }
    }

    /** @throws InvalidInputException with every fault, those {@code inputs} has already included */
    PlannedModel planned(Inputs inputs) {
        ModelId name = inputs.optional("id", id, ModelId::new);
        Traits known = traits == null ? Traits.UNKNOWN : traits.read(inputs);
        return (recipe != null ? ofRecipe(recipe, inputs) : ofParents(inputs)).with(name, known);
    }

    private PlannedModel ofParents(Inputs inputs) {
        List<PlannedModel.Parent> read = new ArrayList<>();
        List<ParentRequest> asked = parents == null ? List.of() : parents;
        for (int position = 0; position < Math.min(asked.size(), PlannedModel.MAX_PARENTS + 1); position++) {
            ParentRequest parent = inputs.element("parents", asked, position);
            if (parent == null) {
                continue;
            }
            ModelId id = inputs.model("parents[" + position + "].id", parent.id());
            if (id != null) {
                read.add(new PlannedModel.Parent(id, parent.weight()));
            }
        }
        Relation usual = asked.size() > 1 ? Relation.MERGE : Relation.FINETUNE;
        Relation how = relation == null ? usual : inputs.required("relation", relation, WhatIfRequest::relation);
        PlannedModel.faults(read, how == null ? usual : how)
                .forEach(fault -> inputs.fault(fault.where(), fault.reason()));
        inputs.check();
        return new PlannedModel(read, Inputs.checked(how)).by(method);
    }

    private PlannedModel ofRecipe(String yaml, Inputs inputs) {
        if (parents != null || relation != null || method != null) {
            inputs.fault("recipe", "It says what the parents are: leave parents, relation and method away.");
        }
        MergeRecipe read = null;
        try {
            read = MergeRecipe.parse(Place.of("recipe"), yaml);
        } catch (UnreadableException e) {
            inputs.fault(String.valueOf(e.place()), String.valueOf(e.getMessage()));
        }
        inputs.check();
        return RecipePlan.of(Inputs.checked(read));
    }

    private static Relation relation(String code) {
        return Relation.ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no relation \"" + code + "\", only " + Relation.codes() + "."));
    }
}
