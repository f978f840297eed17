package org.eyrie.sources.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.mergekit.MergekitSource;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.tree.Fields;
import org.jspecify.annotations.Nullable;

/** Where a card says that its model comes from. */
final class CardLineage {

    private final ModelId model;
    private final ModelCard card;
    private final Place place;
    private final FactSink sink;

    CardLineage(ModelId model, ModelCard card, Place place, FactSink sink) {
        this.model = model;
        this.card = card;
        this.place = place;
        this.sink = sink;
    }

    void write(Fields fields) {
        fields.value("base_model");
        fields.value("base_model_relation");
        Map<ModelId, NamedModel> named = parents(fields);
        Set<ModelId> parents = named.keySet();
        Relation relation = card.relation(
                model, List.of(), parents.stream().map(ModelId::value).toList());
        if (relation == Relation.UNKNOWN) {
            card.relationWord()
                    .ifPresent(word -> sink.note(
                            place,
                            "base_model_relation is " + Text.quoted(word) + ", which is none of " + Relation.codes()
                                    + ": how " + model + " came from its parents is unknown"));
        }
        QuotedRecipe quoted = card.quoted(place);
        if (quoted.trouble() != null) {
            sink.note(place, quoted.trouble());
        }
        MergeRecipe recipe = quoted.recipe();
        boolean stated = card.statedRelation().isPresent();
        String disbelief = recipe == null
                ? null
                : QuotedRecipe.disbelief(recipe, parents, QuotedRecipe.worth(relation, stated, parents.size()));
        if (disbelief != null) {
            sink.note(place, disbelief);
        }
        if (recipe == null || disbelief != null) {
            boolean copied = disbelief != null && relation == Relation.MERGE;
            named.values().forEach(parent -> edge(fields, parent, copied ? Relation.FINETUNE : relation));
        } else {
            merge(recipe, parents);
        }
    }

    private void edge(Fields fields, NamedModel named, Relation relation) {
        ModelId parent = named.id();
        Derivation edge = fields.make(
                () -> new Derivation(model, parent, relation, null, place.input() + ": base_model" + named.at()));
        if (edge != null) {
            sink.derivation(place, edge);
            ModelPaths.remark(parent).ifPresent(remark -> sink.note(place, remark));
        }
    }

    private void merge(MergeRecipe recipe, Set<ModelId> parents) {
        MergekitSource.facts(model, recipe, place.input(), sink);
        Set<ModelId> merged =
                recipe.parents().stream().map(MergeRecipe.Parent::model).collect(Collectors.toSet());
        if (parents.stream().anyMatch(parent -> !merged.contains(parent))) {
            sink.note(
                    place,
                    "base_model names " + ModelCard.names(parents) + ", the merge configuration "
                            + ModelCard.names(merged) + ": the configuration holds");
        }
    }

    private Map<ModelId, NamedModel> parents(Fields fields) {
        BaseModels named = card.baseModels();
        named.faults().forEach(fields::fault);
        String blank = named.blankNote();
        if (blank != null) {
            sink.note(place, blank);
        }
        Map<ModelId, NamedModel> parents = new LinkedHashMap<>();
        for (String name : named.names()) {
            NamedModel parent = named(fields, name);
            if (parent != null) {
                parents.putIfAbsent(parent.id(), parent);
            }
        }
        return parents;
    }

    private static @Nullable NamedModel named(Fields fields, String name) {
        try {
            return ModelPaths.read(name);
        } catch (IllegalArgumentException e) {
            fields.fault("base_model: " + e.getMessage());
            return null;
        }
    }
}
