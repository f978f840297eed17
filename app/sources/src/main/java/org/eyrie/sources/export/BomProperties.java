package org.eyrie.sources.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.Recipe;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * What a bill of materials has no place for, as properties of its own: enough to make the same graph again. Each is one name
 * and one value; a value of several parts is a JSON object.
 */
public final class BomProperties {

    /** A model's name. */
    public static final String ID = "eyrie:id";

    /** {@link Traits} of a model. */
    public static final String TRAITS = "eyrie:traits";

    /** How an ancestor was used. */
    public static final String RELATION = "eyrie:relation";

    /** Its share, 0 to 1. */
    public static final String WEIGHT = "eyrie:weight";

    /** Where that is known from. */
    public static final String EVIDENCE = "eyrie:evidence";

    /** A score with all that is known of it. */
    public static final String SCORE = "eyrie:score";

    /** A benchmark and how its task is run. */
    public static final String BENCHMARK = "eyrie:benchmark";

    /** How a merge was made. */
    public static final String RECIPE = "eyrie:recipe";

    private BomProperties() {}

    static String traits(Model model) throws IOException {
        Traits traits = model.traits();
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("architecture", traits.architecture());
        parts.put("parameters_billions", traits.parametersBillions());
        parts.put("type", traits.type());
        parts.put("precision", traits.precision());
        parts.put("chat_template", traits.chatTemplate());
        parts.put("moe", traits.moe());
        parts.put("uploaded", traits.uploaded());
        parts.put("license", traits.license());
        return object(parts);
    }

    static String score(Evaluation score) throws IOException {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("benchmark", score.benchmark());
        parts.put("score", score.score());
        parts.put("items", score.items());
        parts.put("stderr", score.stderr());
        parts.put("source", score.source());
        parts.put("measured_at", score.measuredAt());
        return object(parts);
    }

    static String benchmark(Benchmark benchmark) throws IOException {
        EvaluationSetup setup = benchmark.setup();
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("benchmark", benchmark.id());
        parts.put("items", benchmark.items());
        parts.put("task", setup.task());
        parts.put("metric", setup.metric());
        parts.put("filter", setup.filter());
        parts.put("harness", setup.harness());
        parts.put("task_version", setup.taskVersion());
        parts.put("n_shot", setup.nShot());
        parts.put("chat_template", setup.chatTemplate());
        return object(parts);
    }

    static String recipe(Recipe recipe) throws IOException {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("method", recipe.method());
        parts.put("recipe", recipe.text());
        parts.put("weight_rule", recipe.weightRule());
        parts.put("source", recipe.source());
        return object(parts);
    }

    static void write(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("value", value.toString());
            json.writeEndObject();
        }
    }

    private static String object(Map<String, @Nullable Object> parts) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, @Nullable Object> part : parts.entrySet()) {
                Object value = part.getValue();
                if (value instanceof Boolean flag) {
                    json.writeBooleanField(part.getKey(), flag);
                } else if (value instanceof Integer number) {
                    json.writeNumberField(part.getKey(), number);
                } else if (value instanceof Double number) {
                    json.writeNumberField(part.getKey(), number);
                } else if (value != null) {
                    json.writeStringField(part.getKey(), value.toString());
                }
            }
            json.writeEndObject();
        }
        return text.toString();
    }
}
