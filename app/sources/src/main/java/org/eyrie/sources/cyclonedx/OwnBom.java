package org.eyrie.sources.cyclonedx;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.export.BomProperties;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/** A bill that this program wrote. */
final class OwnBom {

    private final Place place;
    private final FactSink sink;

    OwnBom(Place place, FactSink sink) {
        this.place = place;
        this.sink = sink;
    }

    void write(Map<String, Object> tree, List<BomModel> models) throws UnreadableException {
        for (BomModel model : models) {
            model(model);
        }
        for (String text : BomModel.properties(tree, BomProperties.BENCHMARK)) {
            Fields fields = fields(text);
            Benchmark benchmark = benchmark(fields);
            if (benchmark != null) {
                sink.benchmark(place, benchmark);
            }
            rejectIfFaulty(fields);
        }
        for (BomModel model : models) {
            ModelId id = id(model);
            if (id != null) {
                pedigree(id, model);
                scores(id, model);
                recipe(id, model);
            }
        }
    }

    private void model(BomModel model) throws UnreadableException {
        ModelId id = id(model);
        if (id == null) {
            sink.reject(place, "A component of the type machine-learning-model has no name that can be used");
            return;
        }
        Traits traits = Traits.UNKNOWN;
        for (String text : model.properties(BomProperties.TRAITS)) {
            Fields fields = fields(text);
            Traits said = traits(fields);
            traits = said == null ? traits : said;
            rejectIfFaulty(fields);
        }
        sink.model(place, new Model(id, traits, model.revision()));
    }

    private static @Nullable Traits traits(Fields fields) {
        String architecture = fields.text("architecture");
        Double size = fields.number("parameters_billions");
        String type = fields.text("type");
        String precision = fields.text("precision");
        Boolean chatTemplate = fields.flag("chat_template");
        Boolean moe = fields.flag("moe");
        LocalDate uploaded = fields.date("uploaded");
        Object license = fields.value("license");
        return fields.make(() -> new Traits(
                architecture,
                size,
                type,
                precision,
                chatTemplate,
                moe,
                uploaded,
                license instanceof String text ? text : null));
    }

    private static @Nullable Benchmark benchmark(Fields fields) {
        String id = fields.text("benchmark");
        Integer items = fields.integer("items");
        String task = fields.text("task");
        String metric = fields.text("metric");
        String filter = fields.text("filter");
        String harness = fields.text("harness");
        String version = fields.text("task_version");
        Integer shots = fields.integer("n_shot");
        Boolean chatTemplate = fields.flag("chat_template");
        return fields.make(() -> new Benchmark(
                new BenchmarkId(id == null ? "" : id),
                items,
                new EvaluationSetup(task, metric, filter, harness, version, shots, chatTemplate)));
    }

    private void pedigree(ModelId child, BomModel model) {
        for (BomModel ancestor : model.ancestors()) {
            try {
                String relation = first(ancestor, BomProperties.RELATION);
                String weight = first(ancestor, BomProperties.WEIGHT);
                sink.derivation(
                        place,
                        new Derivation(
                                child,
                                ancestor.id(),
                                relation == null
                                        ? Relation.UNKNOWN
                                        : Relation.ofCode(relation).orElse(Relation.UNKNOWN),
                                weight == null ? null : Double.valueOf(weight),
                                first(ancestor, BomProperties.EVIDENCE)));
            } catch (IllegalArgumentException e) {
                sink.reject(place, "An ancestor of " + child + ": " + e.getMessage());
            }
        }
    }

    private void scores(ModelId model, BomModel component) throws UnreadableException {
        for (String text : component.properties(BomProperties.SCORE)) {
            Fields fields = fields(text);
            String benchmark = fields.text("benchmark");
            Double score = fields.number("score");
            Integer items = fields.integer("items");
            Double stderr = fields.number("stderr");
            String source = fields.text("source");
            Instant measuredAt = fields.instant("measured_at");
            Evaluation evaluation = fields.make(() -> new Evaluation(
                    model,
                    new BenchmarkId(benchmark == null ? "" : benchmark),
                    score == null ? Double.NaN : score,
                    items,
                    stderr,
                    null,
                    source,
                    measuredAt));
            if (evaluation != null) {
                sink.evaluation(place, evaluation);
            }
            rejectIfFaulty(fields);
        }
    }

    private void recipe(ModelId model, BomModel component) throws UnreadableException {
        for (String text : component.properties(BomProperties.RECIPE)) {
            Fields fields = fields(text);
            String method = fields.text("method");
            Object recipe = fields.value("recipe");
            String rule = fields.text("weight_rule");
            String source = fields.text("source");
            if (method == null || rule == null) {
                fields.fault("a recipe must have method and weight_rule");
            }
            Recipe made = fields.make(() -> new Recipe(
                    model,
                    String.valueOf(method),
                    recipe instanceof String words ? words : "",
                    String.valueOf(rule),
                    source));
            if (made != null) {
                sink.recipe(place, made);
            }
            rejectIfFaulty(fields);
        }
    }

    private Fields fields(String text) throws UnreadableException {
        return new Fields(StrictJson.object(place, text));
    }

    private void rejectIfFaulty(Fields fields) {
        if (fields.isFaulty()) {
            sink.reject(place, fields.faults());
        }
    }

    private static @Nullable String first(BomModel component, String property) {
        List<String> values = component.properties(property);
        return values.isEmpty() ? null : values.get(0);
    }

    private static @Nullable ModelId id(BomModel model) {
        try {
            return model.id();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
