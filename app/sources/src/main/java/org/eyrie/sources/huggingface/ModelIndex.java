package org.eyrie.sources.huggingface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.FactSink;
import org.jspecify.annotations.Nullable;

/**
 * The {@code model-index} of a model card:
 * {@code [{name, results: [{task, dataset {type, name, config, split, args}, metrics: [{type, value, name}], source}]}]}.
 */
final class ModelIndex {

    /** Metrics that are no share of successes. */
    private static final Set<String> NO_SHARE =
            Set.of("perplexity", "loss", "wer", "cer", "mse", "rmse", "mae", "bits_per_byte", "ter");

    private static final int MAX_SHOTS = 1_000;

    private ModelIndex() {}

    /**
     * Every score in it.
     *
     * @param index lists, maps, text and numbers, as JSON and YAML have them
     * @param rejected is told of each entry that cannot be understood
     */
    static List<PublishedScore> read(@Nullable Object index, Consumer<String> rejected, FactSink sink) {
        List<PublishedScore> scores = new ArrayList<>();
        for (Object model : list(index)) {
            for (Object result : list(map(model).get("results"))) {
                Map<?, ?> fields = map(result);
                for (Object metric : list(fields.get("metrics"))) {
                    read(fields, map(metric), rejected, sink, scores);
                }
            }
        }
        if (scores.isEmpty() && !(index instanceof List)) {
            rejected.accept("it is no list");
        }
        return scores;
    }

    private static void read(
            Map<?, ?> result,
            Map<?, ?> metric,
            Consumer<String> rejected,
            FactSink sink,
            List<PublishedScore> scores) {
        String type = text(metric.get("type"));
        if (type != null && NO_SHARE.contains(type)) {
            sink.ignored("model-index metric " + type);
            return;
        }
        Map<?, ?> dataset = map(result.get("dataset"));
        String task = text(dataset.get("type")) == null ? text(dataset.get("name")) : text(dataset.get("type"));
        Double value = number(metric.get("value"));
        if (task == null || value == null) {
            rejected.accept(task == null ? "an entry names no dataset" : "the value for " + task + " is no number");
            return;
        }
        String source = text(map(result.get("source")).get("name"));
        scores.add(new PublishedScore(
                "model-index",
                "model-index " + (source == null ? "" : source),
                new EvaluationSetup(
                        task + part(dataset.get("config"), "default") + part(dataset.get("split"), "test"),
                        type,
                        null,
                        source,
                        null,
                        shots(map(dataset.get("args")).get("num_few_shot")),
                        null),
                value,
                null));
    }

    private static String part(@Nullable Object value, String usual) {
        String text = text(value);
        return text == null || text.equals(usual) ? "" : "/" + text;
    }

    private static @Nullable Integer shots(@Nullable Object value) {
        return value instanceof Integer shots && shots >= 0 && shots <= MAX_SHOTS ? shots : null;
    }

    private static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        String text = text(value);
        try {
            return text == null ? null : Double.valueOf(text.replace("%", "").strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
