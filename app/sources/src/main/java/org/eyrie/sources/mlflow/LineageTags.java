package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Lineage as tags and parameters say it, MLflow having no field for it. In this order, the first that is there
 * counts: {@code lineage.parents} (with {@code lineage.relation}), {@code hf.base_model}, {@code base_model},
 * {@code base_model_name_or_path}, and what trainers log of the model they began with, {@code model_name_or_path} and the
 * like. {@code mlflow.parentRunId} nests runs and is no lineage.
 */
public final class LineageTags {

    static final String PARENTS = "lineage.parents";
    static final String RELATION = "lineage.relation";
    private static final String OF_ADAPTERS = "base_model_name_or_path";
    private static final String MAY_BE_ITS_OWN = "model_name";
    private static final List<String> BASE_MODEL = List.of(
            "hf.base_model",
            "base_model",
            OF_ADAPTERS,
            "base_model_name",
            "pretrained_model_name_or_path",
            "model_name_or_path",
            "_name_or_path",
            MAY_BE_ITS_OWN);

    /** How programs write down that there is nothing. */
    private static final Set<String> NOTHING = Set.of("", "none", "null", "nan", "[]");

    /** The most parents one tag may name. */
    static final int MAX_PARENTS = 10_000;

    private LineageTags() {}

    /**
     * What some tags or parameters say.
     *
     * @param key which of them it was
     */
    public record Found(String key, List<ParentReference> parents, Relation relation) {}

    /**
     * The parents; empty where nothing is said.
     *
     * @throws UnreadableException if a tag says it in a way that cannot be understood
     */
    public static Optional<Found> in(Map<String, String> tags) throws UnreadableException {
        Relation relation = relation(tags.get(RELATION));
        String parents = tags.get(PARENTS);
        if (parents != null && !parents.isBlank()) {
            List<ParentReference> list = parse(PARENTS, parents.strip());
            return Optional.of(found(PARENTS, list, relation, false));
        }
        for (String base : BASE_MODEL) {
            for (String key : new TreeSet<>(tags.keySet())) {
                String value = String.valueOf(tags.get(key)).strip();
                boolean said = key.equals(base) || key.endsWith("/" + base) || key.endsWith("." + base);
                boolean own = base.equals(MAY_BE_ITS_OWN) && value.indexOf('/') < 1;
                if (said && !own && !NOTHING.contains(value.toLowerCase(Locale.ROOT))) {
                    return Optional.of(found(key, names(key, value), relation, base.equals(OF_ADAPTERS)));
                }
            }
        }
        return Optional.empty();
    }

    // Only adapters name their base under the key that is PEFT's.
    private static Found found(String key, List<ParentReference> parents, Relation relation, boolean adapter) {
        Relation usual = adapter ? Relation.ADAPTER : relation;
        return new Found(key, parents, unless(relation, parents.size() > 1 ? Relation.MERGE : usual));
    }

    // Python writes its lists in single quotes, which is no JSON.
    private static List<ParentReference> names(String key, String value) throws UnreadableException {
        if (value.startsWith("['")) {
            return ModelPaths.list(value).stream()
                    .map(name -> new ParentReference(name, null))
                    .toList();
        }
        return parse(key, value);
    }

    private static Relation unless(Relation said, Relation otherwise) {
        return said == Relation.UNKNOWN ? otherwise : said;
    }

    private static Relation relation(@Nullable String code) throws UnreadableException {
        if (code == null || code.isBlank()) {
            return Relation.UNKNOWN;
        }
        return Relation.ofCode(code.strip())
                .orElseThrow(() -> wrong(RELATION + " must be one of " + Relation.codes() + ", not "
                        + org.eyrie.sources.spi.Text.quoted(code)));
    }

    private static List<ParentReference> parse(String key, String value) throws UnreadableException {
        List<ParentReference> parents = new ArrayList<>();
        if (value.startsWith("[")) {
            JsonNode list = JsonBody.parse("tag " + key, value.getBytes(StandardCharsets.UTF_8));
            for (JsonNode each : list) {
                parents.add(parent(key, each));
            }
        } else {
            List<String> names = ModelPaths.list(value);
            if (names.isEmpty()) {
                throw wrong(key + " names no parent: " + org.eyrie.sources.spi.Text.quoted(value));
            }
            for (String name : names) {
                parents.add(new ParentReference(name, null));
            }
        }
        if (parents.size() > MAX_PARENTS) {
            throw wrong(key + " names " + parents.size() + " parents, " + MAX_PARENTS + " are accepted");
        }
        return parents;
    }

    private static ParentReference parent(String key, JsonNode json) throws UnreadableException {
        if (json.isTextual()) {
            return new ParentReference(json.textValue(), null);
        }
        AnswerFields fields = AnswerFields.of("tag " + key, json);
        return new ParentReference(fields.required("id"), fields.number("weight"));
    }

    private static UnreadableException wrong(String reason) {
        return new UnreadableException(org.eyrie.sources.spi.Place.of("tag"), reason);
    }
}
