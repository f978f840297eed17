package org.eyrie.sources.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eyrie.model.Relation;
import org.eyrie.sources.registry.AnswerFields;
import org.jspecify.annotations.Nullable;

/**
 * The direct parents of a model, from the first place that names any: the Hub's own {@code baseModels}, which follows
 * renames; {@code base_model} in the card; the tags {@code base_model:relation:id}.
 *
 * @param field where they stand
 * @param relation one for all of them, as the Hub has it
 * @param ids names on the Hub, none twice
 * @param unusable what is named as a parent and is no name on the Hub, such as a path on somebody's machine
 * @param elsewhere parents that only the other places name
 */
record HubParents(String field, Relation relation, List<HubId> ids, List<String> unusable, Set<String> elsewhere) {

    private static final String TAG = "base_model:";

    static Optional<HubParents> of(HubModel model) {
        List<String> card = inCard(model.card());
        List<String> tags = inTags(model.tags());
        Relation relation = relation(model);
        if (!model.hubParents().isEmpty()) {
            return Optional.of(make("baseModels", relation, model.hubParents(), card, tags));
        }
        if (!card.isEmpty()) {
            Relation usual = model.tags().contains("peft") ? Relation.ADAPTER : Relation.FINETUNE;
            return Optional.of(make(
                    "card base_model",
                    relation == Relation.UNKNOWN && card.size() == 1 ? usual : relation,
                    card,
                    tags,
                    List.of()));
        }
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(make("tag base_model", relation, tags, List.of(), List.of()));
    }

    private static HubParents make(
            String field, Relation relation, List<String> names, List<String> second, List<String> third) {
        Set<HubId> ids = new LinkedHashSet<>();
        List<String> unusable = new ArrayList<>();
        for (String name : names) {
            HubId.of(name).ifPresentOrElse(ids::add, () -> unusable.add(name));
        }
        Set<String> elsewhere = new LinkedHashSet<>(second);
        elsewhere.addAll(third);
        elsewhere.removeAll(names);
        boolean merge = relation == Relation.UNKNOWN && names.size() > 1;
        return new HubParents(field, merge ? Relation.MERGE : relation, List.copyOf(ids), unusable, elsewhere);
    }

    private static List<String> inCard(@Nullable AnswerFields card) {
        JsonNode base = card == null ? null : card.value("base_model");
        if (base == null) {
            return List.of();
        }
        if (base.isTextual()) {
            return base.textValue().isBlank() ? List.of() : List.of(base.textValue());
        }
        List<JsonNode> elements = new ArrayList<>();
        base.forEach(elements::add);
        return HubModel.texts(elements);
    }

    // Each parent has two tags, with and without the relation.
    private static List<String> inTags(List<String> tags) {
        Set<String> parents = new LinkedHashSet<>();
        for (String tag : tags) {
            if (tag.startsWith(TAG)) {
                String rest = tag.substring(TAG.length());
                parents.add(rest.substring(rest.indexOf(':') + 1));
            }
        }
        return List.copyOf(parents);
    }

    private static Relation relation(HubModel model) {
        JsonNode said = model.card() == null ? null : model.card().value("base_model_relation");
        return Optional.ofNullable(model.hubRelation())
                .flatMap(Relation::ofCode)
                .or(() -> said == null ? Optional.empty() : Relation.ofCode(said.asText()))
                .or(() -> model.tags().stream()
                        .filter(tag -> tag.startsWith(TAG))
                        .flatMap(tag ->
                                Relation.ofCode(tag.substring(TAG.length()).split(":", 2)[0]).stream())
                        .findFirst())
                .orElse(Relation.UNKNOWN);
    }
}
