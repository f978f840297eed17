package org.eyrie.sources.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** Results under {@code model-index}; those without what a result needs are left out with a note. */
final class ModelIndex {

    /** A source that writes percentages, however small. */
    private static final Pattern PERCENTAGES = Pattern.compile("open[ _-]llm[ _-]leaderboard");

    private final Place place;
    private final FactSink sink;
    private final List<PublishedResult> results = new ArrayList<>();

    private ModelIndex(Place place, FactSink sink) {
        this.place = place;
        this.sink = sink;
    }

    /** The results in what stands under {@code model-index}, in its order. */
    static List<PublishedResult> results(@Nullable Object index, Place place, FactSink sink) {
        ModelIndex found = new ModelIndex(place, sink);
        if (index instanceof List<?> entries) {
            entries.forEach(found::entry);
        } else if (index != null) {
            found.leftOut("model-index must be a list, not " + ParsedTree.describe(index));
        }
        return found.results;
    }

    private void entry(@Nullable Object entry) {
        if (entry instanceof Map<?, ?> map && map.get("results") instanceof List<?> list) {
            list.forEach(this::result);
        } else if (!(entry instanceof Map<?, ?> map) || map.get("results") != null) {
            leftOut("an entry of model-index must be an object with a list of results, not "
                    + ParsedTree.describe(entry));
        }
    }

    private void result(@Nullable Object result) {
        if (!(result instanceof Map<?, ?> map)) {
            leftOut("a result of model-index must be an object, not " + ParsedTree.describe(result));
            return;
        }
        Map<String, Object> tree = ParsedTree.object(map);
        String name = text(ParsedTree.at(tree, "dataset", "name"));
        String dataset = name == null ? text(ParsedTree.at(tree, "dataset", "type")) : name;
        if (dataset == null) {
            leftOut("a result of model-index has no dataset with a name");
        } else if (tree.get("metrics") instanceof List<?> metrics) {
            metrics.forEach(metric -> metric(dataset, tree, metric));
        } else {
            leftOut("the result on " + dataset + " has no list of metrics");
        }
    }

    private void metric(String dataset, Map<String, Object> result, @Nullable Object metric) {
        if (!(metric instanceof Map<?, ?> map)) {
            leftOut("a metric of " + dataset + " must be an object, not " + ParsedTree.describe(metric));
            return;
        }
        String name = text(map.get("name")) == null ? text(map.get("type")) : text(map.get("name"));
        Object shots = ParsedTree.at(result, "dataset", "args", "num_few_shot");
        Integer count = ParsedTree.integer(shots);
        String url = text(ParsedTree.at(result, "source", "url"));
        String source = (url + " " + ParsedTree.at(result, "source", "name")).toLowerCase(Locale.ROOT);
        results.add(new PublishedResult(
                dataset,
                new EvaluationSetup(
                        DatasetNames.task(dataset, configuration(result)),
                        name,
                        DatasetNames.split(dataset, text(ParsedTree.at(result, "dataset", "split"))),
                        null,
                        Revisions.shortened(text(ParsedTree.at(result, "dataset", "revision"))),
                        count != null && count >= 0 ? count : null,
                        null),
                map.get("value"),
                PERCENTAGES.matcher(source).find(),
                url == null ? place.input() : url,
                null));
    }

    // Training programs wrote the configuration as the only argument before it had a field of its own.
    private static @Nullable String configuration(Map<String, Object> result) {
        String configuration = text(ParsedTree.at(result, "dataset", "config"));
        Object arguments = ParsedTree.at(result, "dataset", "args");
        return configuration == null
                        && arguments instanceof String word
                        && word.strip().matches("[\\w.-]+")
                ? word
                : configuration;
    }

    private void leftOut(String what) {
        sink.note(place, what + ": it was left out");
    }

    private static @Nullable String text(@Nullable Object value) {
        String text = value == null ? "" : String.valueOf(value).strip();
        return text.isEmpty() ? null : text;
    }
}
