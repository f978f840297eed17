package org.eyrie.sources.huggingface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.conventions.RelationWords;

/**
 * The direct parents of a model, from the first place that names any: the Hub's own {@code baseModels}, which follows
 * renames; {@code base_model} in the card; the tags {@code base_model:relation:id}.
 *
 * @param field where they stand
 * @param relation one for all of them, as the Hub has it
 * @param ids names on the Hub, none twice
 * @param revisions which state of them is meant, of those that say it
 * @param unusable what is named as a parent and is no name on the Hub, such as a path on somebody's machine
 * @param elsewhere parents that only the other places name
 */
record HubParents(
        String field,
        Relation relation,
        List<HubId> ids,
        Map<HubId, String> revisions,
        List<String> unusable,
        Set<String> elsewhere) {

    private static final String TAG = "base_model:";

    static Optional<HubParents> of(HubModel model) {
        List<String> card = model.card().baseModels().names();
        List<String> tags = inTags(model.tags());
        if (!model.hubParents().isEmpty()) {
            return Optional.of(make("baseModels", model, model.hubParents(), card, tags));
        }
        if (!card.isEmpty()) {
            return Optional.of(make("card base_model", model, card, tags, List.of()));
        }
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(make("tag base_model", model, tags, List.of(), List.of()));
    }

    private static HubParents make(
            String field, HubModel model, List<String> names, List<String> second, List<String> third) {
        Set<HubId> ids = new LinkedHashSet<>();
        Map<HubId, String> revisions = new HashMap<>();
        List<String> unusable = new ArrayList<>();
        for (String name : names) {
            HubId id = HubId.of(name).orElse(null);
            if (id == null) {
                unusable.add(name);
            } else if (ids.add(id)) {
                String revision = ModelPaths.read(name).revision();
                if (revision != null) {
                    revisions.put(id, revision);
                }
            }
        }
        Set<String> elsewhere = new LinkedHashSet<>(second);
        elsewhere.addAll(third);
        elsewhere.removeAll(names);
        elsewhere.removeIf(name -> HubId.of(name).filter(ids::contains).isPresent());
        return new HubParents(field, relation(model, names), List.copyOf(ids), revisions, unusable, elsewhere);
    }

    /** The revision of a parent as evidence has it; empty where none was said. */
    String at(HubId parent) {
        return new NamedModel(new ModelId(parent.value()), revisions.get(parent)).at();
    }

    // Each parent has two tags, with and without the relation.
    private static List<String> inTags(List<String> tags) {
        Set<String> parents = new LinkedHashSet<>();
        for (String tag : tags) {
            if (tag.startsWith(TAG)) {
                String rest = tag.substring(TAG.length());
                parents.add(tagged(rest).isPresent() ? rest.substring(rest.indexOf(':') + 1) : rest);
            }
        }
        return List.copyOf(parents);
    }

    private static Optional<Relation> tagged(String rest) {
        int colon = rest.indexOf(':');
        return colon < 0 ? Optional.empty() : Relation.ofCode(rest.substring(0, colon));
    }

    /** How the model came from its parents: what the Hub says, or the card, or the tags. */
    static Optional<Relation> stated(HubModel model) {
        return Optional.ofNullable(model.hubRelation())
                .flatMap(RelationWords::relation)
                .or(() -> model.card().statedRelation())
                .or(() -> model.tags().stream()
                        .filter(tag -> tag.startsWith(TAG))
                        .flatMap(tag -> tagged(tag.substring(TAG.length())).stream())
                        .findFirst());
    }

    /** What is stated, or else what the Hub would conclude. */
    static Relation relation(HubModel model, List<String> parents) {
        return stated(model)
                .orElseGet(() -> model.card().relation(new ModelId(model.id().value()), model.tags(), parents));
    }
}
