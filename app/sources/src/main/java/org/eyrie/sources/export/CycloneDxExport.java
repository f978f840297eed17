package org.eyrie.sources.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;

/**
 * A machine learning bill of materials, CycloneDX 1.6: every model a component, its parents the ancestors of its
 * pedigree, measured and predicted scores its performance metrics. A prediction has a confidence interval, and
 * {@code predicted} in the type of its metric; beside a measured score it is the one without that measurement, and says so.
 */
public final class CycloneDxExport {

    private CycloneDxExport() {}

    /**
     * Writes one document.
     *
     * @param now the time it is made
     */
    public static void write(GraphExport graph, Writer out, Instant now) throws IOException {
        Map<ModelId, List<Derivation>> parents = graph.parents();
        Map<ModelId, List<Evaluation>> scores = graph.scores();
        Map<ModelId, List<Prediction>> predicted = graph.predicted();
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("bomFormat", "CycloneDX");
            json.writeStringField("specVersion", "1.6");
            json.writeNumberField("version", 1);
            json.writeObjectFieldStart("metadata");
            json.writeStringField("timestamp", now.toString());
            json.writeEndObject();
            json.writeArrayFieldStart("components");
            for (Model model : graph.models()) {
                startComponent(json, model.id());
                json.writeStringField("bom-ref", model.id().value());
                licence(json, model);
                pedigree(json, parents.getOrDefault(model.id(), List.of()));
                metrics(
                        json,
                        scores.getOrDefault(model.id(), List.of()),
                        predicted.getOrDefault(model.id(), List.of()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void startComponent(JsonGenerator json, ModelId id) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "machine-learning-model");
        if (!id.namespace().isEmpty()) {
            json.writeStringField("group", id.namespace());
        }
        String name = id.value()
                .substring(id.namespace().isEmpty() ? 0 : id.namespace().length() + 1);
        json.writeStringField("name", name.isEmpty() ? id.value() : name);
    }

    private static void licence(JsonGenerator json, Model model) throws IOException {
        if (model.traits().license() != null) {
            json.writeArrayFieldStart("licenses");
            json.writeStartObject();
            json.writeObjectFieldStart("license");
            json.writeStringField("name", model.traits().license());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private static void pedigree(JsonGenerator json, List<Derivation> parents) throws IOException {
        if (parents.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("pedigree");
        json.writeArrayFieldStart("ancestors");
        for (Derivation edge : parents) {
            startComponent(json, edge.parent());
            json.writeArrayFieldStart("properties");
            property(json, "eyrie:relation", edge.relation().code());
            if (edge.weight() != null) {
                property(json, "eyrie:weight", edge.weight().toString());
            }
            if (edge.evidence() != null) {
                property(json, "eyrie:evidence", edge.evidence());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void metrics(JsonGenerator json, List<Evaluation> scores, List<Prediction> predicted)
            throws IOException {
        if (scores.isEmpty() && predicted.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("modelCard");
        json.writeObjectFieldStart("quantitativeAnalysis");
        json.writeArrayFieldStart("performanceMetrics");
        for (Evaluation score : scores) {
            json.writeStartObject();
            json.writeStringField("type", "score");
            json.writeStringField("value", Double.toString(score.score()));
            json.writeStringField("slice", score.benchmark().value());
            json.writeEndObject();
        }
        for (Prediction prediction : predicted) {
            json.writeStartObject();
            json.writeStringField(
                    "type",
                    (prediction.leftOut() == null ? "predicted score" : "predicted score without the measured one")
                            + ", interval of level " + prediction.level());
            json.writeStringField("value", Double.toString(prediction.mean()));
            json.writeStringField("slice", prediction.benchmark().value());
            json.writeObjectFieldStart("confidenceInterval");
            json.writeStringField("lowerBound", Double.toString(prediction.lower()));
            json.writeStringField("upperBound", Double.toString(prediction.upper()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void property(JsonGenerator json, String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("value", value);
        json.writeEndObject();
    }
}
