package org.eyrie.sources.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Traits;
import org.eyrie.sources.card.ModelCard;
import org.eyrie.sources.http.JsonTree;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * What the Hub says of a model. Unknown fields are somebody's business, not ours; those we read must have their type.
 *
 * @param id its name today, which differs from the one asked for after a rename
 * @param sha the revision, or null
 * @param modified when it was changed last, or null
 * @param hubRelation relation in {@code baseModels}, or null
 * @param hubParents parents in {@code baseModels}
 * @param card the card's front matter, empty where it has none
 * @param modelIndex scores as older cards hold them, or null
 * @param evalResults scores as the Hub collects them
 */
record HubModel(
        HubId id,
        @Nullable String sha,
        @Nullable Instant modified,
        @Nullable String hubRelation,
        List<String> hubParents,
        List<String> tags,
        ModelCard card,
        @Nullable JsonNode modelIndex,
        List<JsonNode> evalResults,
        Traits traits) {

    private static final double BILLION = 1e9;

    static HubModel of(String what, JsonNode json) throws UnreadableException {
        AnswerFields fields = AnswerFields.of(what, json);
        String name = fields.required("id");
        HubId id = HubId.of(name)
                .orElseThrow(() -> new UnreadableException(
                        org.eyrie.sources.spi.Place.of(what),
                        "The id is none: " + org.eyrie.sources.spi.Text.quoted(name)));
        AnswerFields base = fields.object("baseModels");
        List<String> parents = new ArrayList<>();
        if (base != null) {
            for (JsonNode each : base.list("models")) {
                parents.add(AnswerFields.of(what + " baseModels", each).required("id"));
            }
        }
        AnswerFields card = fields.object("cardData");
        return new HubModel(
                id,
                fields.text("sha"),
                fields.time("lastModified"),
                base == null ? null : base.text("relation"),
                parents,
                texts(fields.list("tags")),
                card(fields.value("cardData")),
                fields.value("model-index") != null || card == null
                        ? fields.value("model-index")
                        : card.value("model-index"),
                fields.list("evalResults"),
                traits(fields, card));
    }

    private static ModelCard card(@Nullable JsonNode front) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (front != null && JsonTree.of(front) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    fields.put(String.valueOf(key), value);
                }
            });
        }
        return ModelCard.of(fields);
    }

    private static Traits traits(AnswerFields fields, @Nullable AnswerFields card) throws UnreadableException {
        AnswerFields weights = fields.object("safetensors");
        Double total = weights == null ? null : weights.number("total");
        AnswerFields config = fields.object("config");
        List<String> architectures = config == null ? List.of() : texts(config.list("architectures"));
        Instant created = fields.time("createdAt");
        JsonNode license = card == null ? null : card.value("license");
        return new Traits(
                architectures.isEmpty() ? null : architectures.get(0),
                total != null && total > 0 && total < 1e15 ? total / BILLION : null,
                null,
                null,
                null,
                null,
                created == null ? null : created.atZone(ZoneOffset.UTC).toLocalDate(),
                license != null && license.isTextual() ? license.textValue() : null);
    }

    static List<String> texts(List<JsonNode> values) {
        return values.stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** Where this stands, for evidence: the address and the revision it had. */
    String evidence(java.net.URI endpoint, String field) {
        return endpoint + "/" + id + (sha == null ? "" : "@" + sha) + " " + field
                + (modified == null ? "" : ", " + modified);
    }
}
