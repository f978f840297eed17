package org.eyrie.sources.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/** Facts as the statements of {@link CypherExport} take them. */
final class CypherRows {

    private CypherRows() {}

    static Map<String, @Nullable Object> of(Model model) {
        Traits traits = model.traits();
        Map<String, @Nullable Object> known = known(
                "architecture", traits.architecture(),
                "parameters_billions", traits.parametersBillions(),
                "type", traits.type(),
                "precision", traits.precision(),
                "chat_template", traits.chatTemplate(),
                "moe", traits.moe(),
                "license", traits.license(),
                "revision", model.revision());
        return row("id", model.id(), "traits", known, "uploaded", traits.uploaded());
    }

    static Map<String, @Nullable Object> of(Derivation edge) {
        return row(
                "child", edge.child(),
                "parent", edge.parent(),
                "relation", edge.relation().code(),
                "weight", edge.weight(),
                "evidence", edge.evidence());
    }

    static Map<String, @Nullable Object> of(Benchmark benchmark) {
        EvaluationSetup setup = benchmark.setup();
        Map<String, @Nullable Object> details = known(
                "items", benchmark.items(),
                "task", setup.task(),
                "metric", setup.metric(),
                "filter", setup.filter(),
                "harness", setup.harness(),
                "task_version", setup.taskVersion(),
                "n_shot", setup.nShot(),
                "chat_template", setup.chatTemplate());
        return row("id", benchmark.id(), "details", details);
    }

    static Map<String, @Nullable Object> of(Evaluation score) {
        Outcomes outcomes = score.outcomes();
        return row(
                "model", score.model(),
                "benchmark", score.benchmark(),
                "score", score.score(),
                "items", score.items(),
                "stderr", score.stderr(),
                "source", score.source(),
                "measured_at", score.measuredAt(),
                "outcomes", outcomes == null ? null : outcomes.value());
    }

    static Map<String, @Nullable Object> of(Prediction prediction) {
        Prediction.LeftOut leftOut = prediction.leftOut();
        return row(
                "model", prediction.model(),
                "benchmark", prediction.benchmark(),
                "mean", prediction.mean(),
                "lower", prediction.lower(),
                "upper", prediction.upper(),
                "level", prediction.level(),
                "fit", prediction.fit(),
                "left_out_mean", leftOut == null ? null : leftOut.mean(),
                "left_out_lower", leftOut == null ? null : leftOut.lower(),
                "left_out_upper", leftOut == null ? null : leftOut.upper());
    }

    static Map<String, @Nullable Object> of(Recipe recipe) {
        return row(
                "model", recipe.model(),
                "method", recipe.method(),
                "yaml", recipe.text(),
                "weight_rule", recipe.weightRule(),
                "source", recipe.source());
    }

    static Stream<Map<String, @Nullable Object>> ofItems(BenchmarkId benchmark, List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(position -> row(
                        "benchmark",
                        benchmark,
                        "item",
                        names.get(position),
                        "position",
                        position,
                        "key",
                        benchmark.value() + "\n" + names.get(position)));
    }

    private static Map<String, @Nullable Object> known(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> known = row(keysAndValues);
        known.values().removeIf(Objects::isNull);
        return known;
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            row.put(String.valueOf(keysAndValues[at]), keysAndValues[at + 1]);
        }
        return row;
    }
}
