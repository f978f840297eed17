package org.eyrie.sources.card;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.conventions.RelationWords;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.StrictYaml;

/**
 * What a model card says.
 *
 * <p>Its {@code base_model} names the direct parents. A merge configuration in its text says more, their weights, and
 * goes before it where it is this model's.
 */
public final class ModelCard {

    private static final String DELIMITER = "---";

    /** What cards usually say and nobody here needs: not worth a remark. */
    private static final List<String> USUAL = List.of(
            "language",
            "tags",
            "datasets",
            "metrics",
            "pipeline_tag",
            "library_name",
            "license_name",
            "license_link",
            "thumbnail",
            "widget",
            "inference",
            "quantized_by",
            "model_name");

    private final Map<String, Object> frontMatter;
    private final String body;

    private ModelCard(Map<String, Object> frontMatter, String body) {
        this.frontMatter = frontMatter;
        this.body = body;
    }

    /**
     * Reads a card.
     *
     * @throws UnreadableException if it has no front matter, or that is broken
     */
    public static ModelCard parse(Place place, String text) throws UnreadableException {
        String[] lines = text.split("\\R", -1);
        int first = 0;
        while (first < lines.length - 1 && lines[first].isBlank()) {
            first++;
        }
        if (!lines[first].strip().equals(DELIMITER)) {
            throw new UnreadableException(
                    place, "There is no front matter: a model card begins with a line --- and YAML after it");
        }
        for (int at = first + 1; at < lines.length; at++) {
            if (lines[at].stripTrailing().equals(DELIMITER)) {
                String yaml = String.join("\n", List.of(lines).subList(first + 1, at));
                List<Map<String, Object>> documents = StrictYaml.documents(new Place(place.input(), first + 1), yaml);
                String body = String.join("\n", List.of(lines).subList(at + 1, lines.length));
                return new ModelCard(documents.isEmpty() ? Map.of() : documents.get(0), body);
            }
        }
        throw new UnreadableException(place, "The front matter does not end: the closing line --- is missing");
    }

    /** A card of which only the front matter is at hand, as registries hand it out. */
    public static ModelCard of(Map<String, Object> frontMatter) {
        return new ModelCard(frontMatter, "");
    }

    /** Hands over what the card says of a model. */
    public void facts(ModelId model, Place place, ScaleEvidence evidence, FactSink sink) {
        Fields fields = new Fields(frontMatter);
        String license = fields.value("license") instanceof String text && !text.isBlank() ? text.strip() : null;
        sink.model(place, new Model(model, new Traits(null, null, null, null, null, null, null, license)));
        String newer = fields.text("new_version");
        if (newer != null) {
            sink.note(place, "There is a newer version of " + model + ": " + newer);
        }
        new CardLineage(model, this, place, sink).write(fields);
        new ReportedScores(model, evidence, sink).indexed(fields.value("model-index"), place);
        if (fields.isFaulty()) {
            sink.reject(place, fields.faults());
        }
        USUAL.forEach(fields::value);
        fields.reportIgnored(sink);
    }

    /** The parents that {@code base_model} names. */
    public BaseModels baseModels() {
        return BaseModels.of(frontMatter.get("base_model"));
    }

    /** How the model came from its parents, in the card's own word; empty where it does not say. */
    public Optional<Relation> statedRelation() {
        return relationWord().map(word -> RelationWords.relation(word).orElse(Relation.UNKNOWN));
    }

    /** The card's own word for it. */
    Optional<String> relationWord() {
        return Optional.ofNullable(frontMatter.get("base_model_relation"))
                .map(word -> String.valueOf(word).strip())
                .filter(word -> !word.isEmpty());
    }

    /**
     * How the model came from its parents: what the card says, or else what the Hub would conclude from it.
     *
     * @param tags further ones than the card has
     * @param parents names of its parents
     */
    public Relation relation(ModelId model, Collection<String> tags, Collection<String> parents) {
        Set<String> all = new LinkedHashSet<>(tags);
        Object own = frontMatter.get("tags");
        if (own instanceof List<?> list) {
            list.forEach(tag -> all.add(String.valueOf(tag)));
        } else if (own != null) {
            all.addAll(List.of(String.valueOf(own).split("\\s*,\\s*")));
        }
        Object library = frontMatter.get("library_name");
        return statedRelation()
                .orElseGet(() -> RelationGuess.of(
                        model.value(),
                        all,
                        library == null ? null : String.valueOf(library),
                        frontMatter.get("quantized_by") != null,
                        parents));
    }

    /** The merge configuration that the card's text quotes. */
    public QuotedRecipe quoted(Place place) {
        return QuotedRecipe.in(place, body, !baseModels().names().isEmpty());
    }

    static String names(Set<ModelId> models) {
        return models.stream().map(ModelId::value).sorted().collect(Collectors.joining(", "));
    }
}
