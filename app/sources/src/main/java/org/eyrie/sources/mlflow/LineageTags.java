package org.eyrie.sources.mlflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.ModelPaths;
import org.eyrie.sources.Place;
import org.eyrie.sources.UnreadableException;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.Json;
import org.eyrie.sources.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Lineage as tags, since MLflow has no field for it: {@code lineage.parents}, a JSON list of {@code {"id", "weight"}}
 * or names with commas between them, and {@code lineage.relation}; else what training programs leave behind, such as
 * {@code base_model}. A parent is {@code models:/name/version}, or {@code hf:org/name@revision}, or a plain name.
 */
final class LineageTags {

    static final String PARENTS = "lineage.parents";
    static final String RELATION = "lineage.relation";
    private static final List<String> OTHERS = List.of("base_model", "base_model_name_or_path", "hf.base_model");

    private LineageTags() {}

    /**
     * The derivations that tags and parameters describe.
     *
     * @throws IllegalArgumentException if they are there and cannot be read
     */
    static List<Derivation> derivations(ModelId child, Map<String, String> tags) {
        String parents = tags.get(PARENTS);
        if (parents != null) {
            Relation relation = relation(tags);
            return parents.strip().startsWith("[")
                    ? ofJson(child, parents, relation)
                    : ofNames(child, parents, relation);
        }
        for (String key : OTHERS) {
            String value = tags.get(key);
            if (value != null && !value.isBlank()) {
                Relation relation = tags.containsKey(RELATION) ? relation(tags) : Relation.FINETUNE;
                return List.of(new Derivation(child, id(value), relation, null, "MLflow " + key));
            }
        }
        return List.of();
    }

    /** The graph's name for a reference. */
    static ModelId id(String reference) {
        String text = reference.strip();
        if (text.startsWith("hf:")) {
            int at = text.indexOf('@');
            return new ModelId(text.substring(3, at < 0 ? text.length() : at));
        }
        return text.startsWith("models:/") ? new ModelId(text) : ModelPaths.id(text);
    }

    private static Relation relation(Map<String, String> tags) {
        String code = tags.get(RELATION);
        return Optional.ofNullable(code).flatMap(Relation::ofCode).orElse(Relation.UNKNOWN);
    }

    private static List<Derivation> ofNames(ModelId child, String names, Relation relation) {
        List<Derivation> edges = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            if (!name.isBlank()) {
                edges.add(edge(child, id(name), relation, null));
            }
        }
        return edges;
    }

    private static List<Derivation> ofJson(ModelId child, String text, Relation relation) {
        List<?> parents;
        try {
            parents =
                    Json.object(Place.of(PARENTS), "{\"parents\":" + text + "}").get("parents") instanceof List<?> list
                            ? list
                            : List.of();
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(PARENTS + " is no list: " + e.getMessage(), e);
        }
        List<Derivation> edges = new ArrayList<>();
        for (Object parent : parents) {
            if (parent instanceof String name) {
                edges.add(edge(child, id(name), relation, null));
            } else if (parent instanceof Map<?, ?> map) {
                Fields fields = new Fields(Tree.object(map));
                String id = fields.text("id");
                Double weight = fields.number("weight");
                if (id == null || fields.isFaulty()) {
                    throw new IllegalArgumentException(PARENTS + ": an id is missing, or a weight is no number");
                }
                edges.add(edge(child, id(id), relation, weight));
            } else {
                throw new IllegalArgumentException(PARENTS + " must hold objects or names");
            }
        }
        return edges;
    }

    private static Derivation edge(ModelId child, ModelId parent, Relation relation, @Nullable Double weight) {
        return new Derivation(child, parent, relation, weight, "MLflow " + PARENTS);
    }
}
