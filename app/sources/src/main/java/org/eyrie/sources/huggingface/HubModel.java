package org.eyrie.sources.huggingface;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * What the Hub says of a model.
 *
 * @param id its present name
 * @param sha revision, or null
 * @param traits what is known of it
 * @param parents direct parents with how it came from them
 * @param card its card's front matter
 * @param evalResults scores reported with it, as the Hub lists them
 * @param recipe how it was merged, or null
 */
record HubModel(
        ModelId id,
        @Nullable String sha,
        Traits traits,
        Map<ModelId, Relation> parents,
        Map<String, Object> card,
        List<?> evalResults,
        @Nullable MergeRecipe recipe) {

    private static final String TAG = "base_model:";

    static HubModel of(ModelId asked, Map<String, Object> tree) {
        ModelId id = tree.get("id") instanceof String name ? id(name).orElse(asked) : asked;
        return new HubModel(
                id,
                tree.get("sha") instanceof String sha ? sha : null,
                traits(tree),
                parents(tree),
                Tree.child(tree, "cardData"),
                tree.get("evalResults") instanceof List<?> results ? results : List.of(),
                null);
    }

    HubModel with(@Nullable MergeRecipe found) {
        return new HubModel(id, sha, traits, parents, card, evalResults, found);
    }

    boolean isMerge() {
        return parents.containsValue(Relation.MERGE) || parents.size() > 1;
    }

    private static Map<ModelId, Relation> parents(Map<String, Object> tree) {
        Map<ModelId, Relation> parents = new LinkedHashMap<>();
        Relation relation = Tree.at(tree, "baseModels", "relation") instanceof String code
                ? Relation.ofCode(code).orElse(Relation.UNKNOWN)
                : Relation.UNKNOWN;
        if (Tree.at(tree, "baseModels", "models") instanceof List<?> models) {
            for (Object model : models) {
                if (model instanceof Map<?, ?> map && map.get("id") instanceof String name) {
                    id(name).ifPresent(parent -> parents.put(parent, relation));
                }
            }
        }
        if (parents.isEmpty() && tree.get("tags") instanceof List<?> tags) {
            tags.forEach(tag -> addTag(String.valueOf(tag), parents));
        }
        return parents;
    }

    // base_model:<id> stands beside base_model:<relation>:<id>, in any order.
    private static void addTag(String tag, Map<ModelId, Relation> parents) {
        if (tag.startsWith(TAG)) {
            String rest = tag.substring(TAG.length());
            int colon = rest.indexOf(':');
            Optional<Relation> relation = colon < 0 ? Optional.empty() : Relation.ofCode(rest.substring(0, colon));
            id(relation.isPresent() ? rest.substring(colon + 1) : rest)
                    .ifPresent(parent -> parents.merge(
                            parent,
                            relation.orElse(Relation.UNKNOWN),
                            (before, now) -> before == Relation.UNKNOWN ? now : before));
        }
    }

    private static Traits traits(Map<String, Object> tree) {
        Object total = Tree.at(tree, "safetensors", "total");
        Object architectures = Tree.at(tree, "config", "architectures");
        Object license = Tree.at(tree, "cardData", "license");
        boolean sane = total instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() < 1e15;
        return new Traits(
                architectures instanceof List<?> list && !list.isEmpty() ? String.valueOf(list.get(0)) : null,
                sane && total instanceof Number number ? number.doubleValue() / 1e9 : null,
                null,
                null,
                null,
                null,
                day(tree.get("createdAt")),
                license instanceof String text && !text.isBlank() ? text.strip() : null);
    }

    private static @Nullable LocalDate day(@Nullable Object moment) {
        try {
            return moment == null ? null : LocalDate.ofInstant(Instant.parse(String.valueOf(moment)), ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Optional<ModelId> id(String name) {
        try {
            return Optional.of(new ModelId(name.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
