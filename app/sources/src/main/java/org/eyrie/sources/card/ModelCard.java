package org.eyrie.sources.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.mergekit.MergekitSource;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictYaml;

/**
 * What a model card says.
 *
 * <p>Its {@code base_model} names the direct parents. A merge configuration in a fence says more, their weights, and
 * goes before it.
 */
public final class ModelCard {

    private static final String DELIMITER = "---";
    private static final Pattern FENCE = Pattern.compile("```ya?ml\\s*\\R(.*?)\\R```", Pattern.DOTALL);

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
        if (!lines[0].strip().equals(DELIMITER)) {
            throw new UnreadableException(
                    place, "There is no front matter: a model card begins with a line --- and YAML after it");
        }
        for (int at = 1; at < lines.length; at++) {
            if (lines[at].strip().equals(DELIMITER)) {
                String yaml = String.join("\n", List.of(lines).subList(1, at));
                List<Map<String, Object>> documents = StrictYaml.documents(new Place(place.input(), 1), yaml);
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
    public void facts(ModelId model, Place place, FactSink sink) {
        Fields fields = new Fields(frontMatter);
        String license = fields.value("license") instanceof String text && !text.isBlank() ? text.strip() : null;
        sink.model(place, new Model(model, new Traits(null, null, null, null, null, null, null, license)));
        String newer = fields.text("new_version");
        if (newer != null) {
            sink.note(place, "There is a newer version of " + model + ": " + newer);
        }
        lineage(model, fields, place, sink);
        ModelIndex.scores(model, fields.value("model-index"), place, sink);
        if (fields.isFaulty()) {
            sink.reject(place, fields.faults());
        }
        USUAL.forEach(fields::value);
        fields.reportIgnored(sink);
    }

    private void lineage(ModelId model, Fields fields, Place place, FactSink sink) {
        Set<ModelId> parents = parents(fields);
        Optional<MergeRecipe> recipe = recipe(place, body);
        Relation relation = relation(fields, parents);
        if (recipe.isEmpty()) {
            for (ModelId parent : parents) {
                Derivation edge = fields.make(
                        () -> new Derivation(model, parent, relation, null, place.input() + ": base_model"));
                if (edge != null) {
                    sink.derivation(place, edge);
                }
            }
            return;
        }
        MergekitSource.facts(model, recipe.get(), place.input(), sink);
        Set<ModelId> merged =
                recipe.get().parents().stream().map(MergeRecipe.Parent::model).collect(Collectors.toSet());
        if (parents.stream().anyMatch(parent -> !merged.contains(parent))) {
            sink.note(
                    place,
                    "base_model names " + names(parents) + ", the merge configuration " + names(merged)
                            + ": the configuration holds");
        }
    }

    private static Set<ModelId> parents(Fields fields) {
        Set<ModelId> parents = new LinkedHashSet<>();
        Object base = fields.value("base_model");
        List<Object> names = new ArrayList<>();
        if (base instanceof List<?> list) {
            names.addAll(list);
        } else if (base != null) {
            names.add(base);
        }
        for (Object name : names) {
            if (!(name instanceof String text)) {
                fields.fault("base_model must be a name or a list of names, not " + ParsedTree.describe(name));
                continue;
            }
            for (String each : ModelPaths.list(text)) {
                ModelId id = fields.make(() -> ModelPaths.id(each));
                if (id != null) {
                    parents.add(id);
                }
            }
        }
        return parents;
    }

    // As the Hub reads a card that does not say: several parents are a merge, an adapter is what PEFT made.
    private Relation relation(Fields fields, Set<ModelId> parents) {
        String said = fields.text("base_model_relation");
        if (said != null) {
            return Relation.ofCode(said).orElse(Relation.UNKNOWN);
        }
        if (parents.size() > 1) {
            return Relation.MERGE;
        }
        boolean adapter =
                "peft".equals(String.valueOf(fields.value("library_name")).toLowerCase(Locale.ROOT));
        return adapter ? Relation.ADAPTER : Relation.FINETUNE;
    }

    /** Hands over the scores that the card reports of a model. */
    public void scores(ModelId model, Place place, FactSink sink) {
        ModelIndex.scores(model, frontMatter.get("model-index"), place, sink);
    }

    /** The first merge configuration in a fence of a text; empty where there is none. */
    public static Optional<MergeRecipe> recipe(Place place, String text) {
        Matcher fences = FENCE.matcher(text);
        while (fences.find()) {
            String yaml = fences.group(1);
            if (yaml.contains("merge_method:") || yaml.contains("experts:")) {
                try {
                    return Optional.of(MergeRecipe.parse(place, yaml));
                } catch (UnreadableException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static String names(Set<ModelId> models) {
        return models.stream().map(ModelId::value).sorted().collect(Collectors.joining(", "));
    }
}
