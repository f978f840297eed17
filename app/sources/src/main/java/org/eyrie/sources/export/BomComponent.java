package org.eyrie.sources.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/** Writes models as components of a bill of materials. */
final class BomComponent {

    private final JsonGenerator json;

    BomComponent(JsonGenerator json) {
        this.json = json;
    }

    /** What makes a component known: its type, name, version and package URL; the object stays open. */
    void start(ModelId id, @Nullable String revision) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "machine-learning-model");
        if (!id.namespace().isEmpty()) {
            json.writeStringField("group", id.namespace());
        }
        String name = id.value()
                .substring(id.namespace().isEmpty() ? 0 : id.namespace().length() + 1);
        json.writeStringField("name", name.isEmpty() ? id.value() : name);
        if (revision != null) {
            json.writeStringField("version", revision);
        }
        Optional<String> purl = Purl.of(id, revision);
        if (purl.isPresent()) {
            json.writeStringField("purl", purl.get());
        }
    }

    void licence(Model model) throws IOException {
        String licence = model.traits().license();
        if (licence != null) {
            Optional<String> id = SpdxLicence.id(licence);
            json.writeArrayFieldStart("licenses");
            json.writeStartObject();
            json.writeObjectFieldStart("license");
            json.writeStringField(id.isPresent() ? "id" : "name", id.orElse(licence));
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    /** @param parents edges to the parents, each with the parent's revision where it is known */
    void pedigree(List<Derivation> parents, java.util.function.Function<ModelId, @Nullable String> revision)
            throws IOException {
        if (parents.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("pedigree");
        json.writeArrayFieldStart("ancestors");
        for (Derivation edge : parents) {
            start(edge.parent(), revision.apply(edge.parent()));
            json.writeArrayFieldStart("properties");
            BomProperties.write(json, BomProperties.ID, edge.parent());
            BomProperties.write(json, BomProperties.RELATION, edge.relation().code());
            BomProperties.write(json, BomProperties.WEIGHT, edge.weight());
            BomProperties.write(json, BomProperties.EVIDENCE, edge.evidence());
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void modelCard(Model model, List<Evaluation> scores, List<Prediction> predicted) throws IOException {
        String architecture = model.traits().architecture();
        if (architecture == null && scores.isEmpty() && predicted.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("modelCard");
        if (architecture != null) {
            json.writeObjectFieldStart("modelParameters");
            json.writeStringField("modelArchitecture", architecture);
            json.writeEndObject();
        }
        if (!scores.isEmpty() || !predicted.isEmpty()) {
            json.writeObjectFieldStart("quantitativeAnalysis");
            json.writeArrayFieldStart("performanceMetrics");
            for (Evaluation score : scores) {
                metric("score", score.score(), score.benchmark().value());
                json.writeEndObject();
            }
            for (Prediction prediction : predicted) {
                prediction(prediction);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void prediction(Prediction prediction) throws IOException {
        metric(
                (prediction.leftOut() == null ? "predicted score" : "predicted score without the measured one")
                        + ", interval of level " + prediction.level(),
                prediction.mean(),
                prediction.benchmark().value());
        json.writeObjectFieldStart("confidenceInterval");
        json.writeStringField("lowerBound", Double.toString(prediction.lower()));
        json.writeStringField("upperBound", Double.toString(prediction.upper()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void metric(String type, double value, String slice) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField("value", Double.toString(value));
        json.writeStringField("slice", slice);
    }

    void properties(Model model, List<Evaluation> scores, @Nullable Recipe recipe) throws IOException {
        json.writeArrayFieldStart("properties");
        BomProperties.write(json, BomProperties.ID, model.id());
        if (!model.traits().equals(Traits.UNKNOWN)) {
            BomProperties.write(json, BomProperties.TRAITS, BomProperties.traits(model));
        }
        if (recipe != null) {
            BomProperties.write(json, BomProperties.RECIPE, BomProperties.recipe(recipe));
        }
        for (Evaluation score : scores) {
            BomProperties.write(json, BomProperties.SCORE, BomProperties.score(score));
        }
        json.writeEndArray();
    }
}
