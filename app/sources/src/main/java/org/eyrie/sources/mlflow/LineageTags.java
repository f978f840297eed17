package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Lineage as tags and parameters say it, MLflow having no field for it. In this order, the first that is there
 * counts: {@code lineage.parents} (with {@code lineage.relation}), {@code hf.base_model}, {@code base_model},
 * {@code base_model_name_or_path}. {@code mlflow.parentRunId} nests runs and is no lineage.
 */
public final class LineageTags {

    static final String PARENTS = "lineage.parents";
    static final String RELATION = "lineage.relation";
    private static final List<String> BASE_MODEL = List.of("hf.base_model", "base_model", "base_model_name_or_path");

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
            List<ParentReference> list = parse(parents.strip());
            return Optional.of(new Found(PARENTS, list, list.size() > 1 ? unless(relation, Relation.MERGE) : relation));
        }
        for (String key : BASE_MODEL) {
            String base = tags.get(key);
            if (base != null && !base.isBlank()) {
                // Only adapters name their base under this key: it is PEFT's.
                boolean adapter = key.equals("base_model_name_or_path");
                return Optional.of(new Found(
                        key,
                        List.of(new ParentReference(base, null)),
                        adapter ? unless(relation, Relation.ADAPTER) : relation));
            }
        }
        return Optional.empty();
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

    private static List<ParentReference> parse(String value) throws UnreadableException {
        List<ParentReference> parents = new ArrayList<>();
        if (value.startsWith("[")) {
            JsonNode list = JsonBody.parse("tag " + PARENTS, value.getBytes(StandardCharsets.UTF_8));
            for (JsonNode each : list) {
                parents.add(parent(each));
            }
        } else {
            List<String> names = ModelPaths.list(value);
            if (names.isEmpty()) {
                throw wrong(PARENTS + " names no parent: " + org.eyrie.sources.spi.Text.quoted(value));
            }
            for (String name : names) {
                parents.add(new ParentReference(name, null));
            }
        }
        if (parents.size() > MAX_PARENTS) {
            throw wrong(PARENTS + " names " + parents.size() + " parents, " + MAX_PARENTS + " are accepted");
        }
        return parents;
    }

    private static ParentReference parent(JsonNode json) throws UnreadableException {
        if (json.isTextual()) {
            return new ParentReference(json.textValue(), null);
        }
        AnswerFields fields = AnswerFields.of("tag " + PARENTS, json);
        return new ParentReference(fields.required("id"), fields.number("weight"));
    }

    private static UnreadableException wrong(String reason) {
        return new UnreadableException(org.eyrie.sources.spi.Place.of("tag"), reason);
    }
}
