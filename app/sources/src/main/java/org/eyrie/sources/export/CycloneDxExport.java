package org.eyrie.sources.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;

/**
 * A machine learning bill of materials, CycloneDX 1.6: every model a component, its parents the ancestors of its
 * pedigree, measured and predicted scores its performance metrics. A prediction has a confidence interval, and
 * {@code predicted} in the type of its metric; beside a measured score it is the one without that measurement, and says so.
 * What the format has no place for is in {@link BomProperties}.
 */
public final class CycloneDxExport {

    /** The tool's name in bills. */
    public static final String TOOL = "eyrie";

    private CycloneDxExport() {}

    /**
     * Writes one document.
     *
     * @param now the time it is made
     * @param serial the number of the document, no two of which have the same
     * @return what it holds
     */
    public static Exported write(ExportSource graph, Writer out, Instant now, UUID serial) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.writeStringField("bomFormat", "CycloneDX");
            json.writeStringField("specVersion", "1.6");
            json.writeStringField("serialNumber", "urn:uuid:" + serial);
            json.writeNumberField("version", 1);
            metadata(json, now);
            Exported sum = components(json, graph);
            benchmarks(json, graph);
            json.writeEndObject();
            return sum;
        }
    }

    private static void metadata(JsonGenerator json, Instant now) throws IOException {
        json.writeObjectFieldStart("metadata");
        json.writeStringField("timestamp", now.toString());
        json.writeObjectFieldStart("tools");
        json.writeArrayFieldStart("components");
        json.writeStartObject();
        json.writeStringField("type", "application");
        json.writeStringField("name", TOOL);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static Exported components(JsonGenerator json, ExportSource graph) throws IOException {
        Exported sum = Exported.NOTHING;
        json.writeArrayFieldStart("components");
        for (ExportPart part : graph.parts()) {
            sum = components(json, part, sum);
        }
        json.writeEndArray();
        return sum;
    }

    private static Exported components(JsonGenerator json, ExportPart part, Exported before) throws IOException {
        Map<ModelId, List<Derivation>> parents = part.parents();
        Map<ModelId, List<Evaluation>> scores = part.scores();
        Map<ModelId, List<Prediction>> predicted = part.predicted(scores);
        Map<ModelId, Recipe> recipes = new HashMap<>();
        part.recipes().forEach(recipe -> recipes.put(recipe.model(), recipe));
        Set<ModelId> named = new HashSet<>();
        parents.values().forEach(edges -> edges.forEach(edge -> named.add(edge.parent())));
        Map<ModelId, String> revisions = part.revisions(named);
        BomComponent component = new BomComponent(json);
        Exported sum = before;
        for (Model model : part.models()) {
            List<Derivation> edges = parents.getOrDefault(model.id(), List.of());
            List<Evaluation> measured = scores.getOrDefault(model.id(), List.of());
            List<Prediction> shown = predicted.getOrDefault(model.id(), List.of());
            component.start(model.id(), model.revision());
            json.writeStringField("bom-ref", model.id().value());
            component.licence(model);
            component.pedigree(edges, revisions::get);
            component.modelCard(model, measured, shown);
            component.properties(model, measured, recipes.get(model.id()));
            json.writeEndObject();
            int ofRecipe = recipes.containsKey(model.id()) ? 1 : 0;
            sum = sum.plus(1, edges.size(), measured.size(), shown.size(), ofRecipe);
        }
        return sum;
    }

    private static void benchmarks(JsonGenerator json, ExportSource graph) throws IOException {
        if (graph.benchmarks().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("properties");
        for (Benchmark benchmark : graph.benchmarks()) {
            BomProperties.write(json, BomProperties.BENCHMARK, BomProperties.benchmark(benchmark));
        }
        json.writeEndArray();
    }
}
