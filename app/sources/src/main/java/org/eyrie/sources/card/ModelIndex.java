package org.eyrie.sources.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * Scores under {@code model-index}. Some cards write 20.9, some 0.209: where any figure from one source lies above 1, all
 * of that source are percentages. A card may quote several sources.
 */
final class ModelIndex {

    private static final Pattern NO_SHARE =
            Pattern.compile("perplexity|loss|\\bwer\\b|\\bcer\\b|\\bmae\\b|\\bmse\\b|rmse|elo|latency|error");

    /** Marks from 1 to 10, whatever their metric is called. */
    private static final Pattern MARKS = Pattern.compile("\\bmt[-_ ]?bench");

    private record Figure(
            String task,
            String metric,
            @Nullable Integer shots,
            double value,
            @Nullable String source) {

        /** What was published together, and so on one scale. */
        String group() {
            return source == null ? "" : source;
        }
    }

    private ModelIndex() {}

    static void scores(ModelId model, @Nullable Object index, Place place, FactSink sink) {
        if (index == null) {
            return;
        }
        if (!(index instanceof List<?> entries)) {
            sink.reject(place, "model-index must be a list, not " + ParsedTree.describe(index));
            return;
        }
        for (Object entry : entries) {
            List<Figure> figures = new ArrayList<>();
            if (entry instanceof Map<?, ?> map && map.get("results") instanceof List<?> results) {
                results.forEach(result -> figures(result, figures, place, sink));
            }
            Set<String> percentages = figures.stream()
                    .filter(figure -> figure.value() > 1 && figure.value() <= 100)
                    .map(Figure::group)
                    .collect(Collectors.toSet());
            figures.forEach(figure -> score(model, figure, percentages.contains(figure.group()), place, sink));
        }
    }

    private static void figures(@Nullable Object result, List<Figure> figures, Place place, FactSink sink) {
        if (!(result instanceof Map<?, ?> map)) {
            sink.reject(place, "a result of model-index must be an object, not " + ParsedTree.describe(result));
            return;
        }
        Map<String, Object> tree = ParsedTree.object(map);
        Object dataset = ParsedTree.at(tree, "dataset", "name");
        Object shots = ParsedTree.at(tree, "dataset", "args", "num_few_shot");
        Object source = ParsedTree.at(tree, "source", "url");
        if (dataset == null || !(tree.get("metrics") instanceof List<?> metrics)) {
            sink.reject(place, "a result of model-index must have dataset.name and a list of metrics");
            return;
        }
        for (Object metric : metrics) {
            Object value = metric instanceof Map<?, ?> object ? object.get("value") : null;
            String name = metric instanceof Map<?, ?> object
                    ? String.valueOf(object.get("name") != null ? object.get("name") : object.get("type"))
                    : "";
            String what = dataset + " " + name;
            boolean other = NO_SHARE.matcher(name.toLowerCase(Locale.ROOT)).find()
                    || MARKS.matcher(String.valueOf(dataset).toLowerCase(Locale.ROOT))
                            .find();
            if (other || !(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                sink.note(place, what + " = " + value + " was left out: it is no share of successes");
            } else {
                figures.add(new Figure(
                        String.valueOf(dataset),
                        name,
                        shots instanceof Integer count && count >= 0 ? count : null,
                        number.doubleValue(),
                        source == null ? null : String.valueOf(source)));
            }
        }
    }

    private static void score(ModelId model, Figure figure, boolean percent, Place place, FactSink sink) {
        double score = percent ? Math.round(figure.value() * 1e8) / 1e10 : figure.value();
        try {
            Benchmark benchmark = BenchmarkNames.benchmark(
                    new EvaluationSetup(figure.task(), figure.metric(), null, null, null, figure.shots(), null), null);
            String source = figure.source() == null ? place.input() : figure.source();
            Evaluation evaluation = new Evaluation(model, benchmark.id(), score, null, null, null, source, null);
            sink.benchmark(place, benchmark);
            sink.evaluation(place, evaluation);
        } catch (IllegalArgumentException e) {
            sink.reject(place, figure.task() + " " + figure.metric() + ": " + e.getMessage());
        }
    }
}
