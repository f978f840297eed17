package org.eyrie.sources.everyeval;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.evaluations.MeasuredScores;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * One record. A benchmark is called by its data set; the evaluation's name, where it says more, and the metric are part of
 * it, and so is who measured, because many do it in many ways.
 */
final class EvaluationRecord {

    private static final int LONGEST_METRIC = 40;

    private final Map<String, Object> tree;
    private final Place place;
    private final ModelId model;
    private final FactSink sink;
    private final MeasuredScores scores;

    EvaluationRecord(Map<String, Object> tree, Place place, NamedModel model, FactSink sink) {
        this.tree = tree;
        this.place = place;
        this.model = model.id();
        this.sink = sink;
        this.scores =
                new MeasuredScores(sink, place, model.id(), model.measuredBy("Every Eval Ever: " + measurer()), time());
    }

    /** @param number of the result in the record, from one */
    void add(int number, Map<String, Object> result, boolean allowPartial) {
        Optional<String> name = text(result.get("evaluation_name"));
        if (name.isEmpty() || !(ParsedTree.at(result, "score_details", "score") instanceof Number score)) {
            sink.reject(
                    place,
                    "Result " + number + " of " + model + " needs evaluation_name and score_details.score, a number");
            return;
        }
        EvaluationSetup setup = setup(name.get(), result);
        Map<String, Object> metric = ParsedTree.child(result, "metric_config");
        if (Boolean.TRUE.equals(metric.get("lower_is_better"))) {
            scores.leaveOut(setup, "less of it is better");
            return;
        }
        Double scale = scale(metric, score.doubleValue());
        if (scale == null) {
            scores.leaveOut(
                    setup,
                    score + " is no share of successes: its scale is "
                            + ParsedTree.describe(metric.get("min_score")) + " to "
                            + ParsedTree.describe(metric.get("max_score")));
            return;
        }
        Integer size = ParsedTree.integer(ParsedTree.at(result, "source_data", "samples_number"));
        Integer items = items(result, size);
        if (size != null && items != null && items < size && !allowPartial) {
            scores.leaveOut(setup, "it is of " + items + " of " + size + " samples");
            return;
        }
        Object error = ParsedTree.at(result, "score_details", "uncertainty", "standard_error", "value");
        scores.add(
                setup,
                score.doubleValue() / scale,
                size == null ? items : size,
                items,
                error instanceof Number stderr ? (Double) (stderr.doubleValue() / scale) : null,
                null);
    }

    private EvaluationSetup setup(String name, Map<String, Object> result) {
        String task = text(ParsedTree.at(result, "source_data", "dataset_name")).orElse(name);
        String rest = rest(name, task);
        Optional<String> metric = text(ParsedTree.at(result, "metric_config", "metric_name"))
                .or(() -> text(ParsedTree.at(result, "metric_config", "evaluation_description"))
                        .filter(text -> text.length() <= LONGEST_METRIC && text.equals(text.toLowerCase(Locale.ROOT))));
        String said = rest.isEmpty()
                ? metric.orElse("score")
                : metric.filter(text -> !text.equals(rest))
                        .map(text -> rest + ": " + text)
                        .orElse(rest);
        return new EvaluationSetup(task, said, measurer(), null, null, shots(result), null);
    }

    // HELM's conversions repeat the data set before the metric.
    private static String rest(String name, String task) {
        boolean repeats = name.toLowerCase(Locale.ROOT).startsWith(task.toLowerCase(Locale.ROOT));
        return repeats
                ? name.substring(task.length())
                        .replaceFirst("^[\\s\\-/:_|]+", "")
                        .strip()
                : name;
    }

    private String measurer() {
        return text(ParsedTree.at(tree, "eval_library", "name"))
                .filter(name -> !name.equals("unknown"))
                .or(() -> text(ParsedTree.at(tree, "source_metadata", "source_name")))
                .or(() -> text(ParsedTree.at(tree, "source_metadata", "source_organization_name")))
                .orElse("unknown")
                .replace(',', ' ');
    }

    private static @Nullable Integer shots(Map<String, Object> result) {
        for (String key : List.of("num_fewshot", "n_shot", "n_shots", "num_fewshots")) {
            Object told = ParsedTree.at(result, "generation_config", "additional_details", key);
            String text = String.valueOf(told);
            if (text.matches("\\d{1,4}")) {
                return Integer.valueOf(text);
            }
        }
        return null;
    }

    private static @Nullable Integer items(Map<String, Object> result, @Nullable Integer size) {
        Integer told = ParsedTree.integer(ParsedTree.at(result, "score_details", "uncertainty", "num_samples"));
        if (told != null && told > 0) {
            return told;
        }
        return ParsedTree.at(result, "source_data", "sample_ids") instanceof List<?> ids && !ids.isEmpty()
                ? Integer.valueOf(ids.size())
                : size;
    }

    // Shares run from 0 to 1 or, in per cent, to 100; where nothing is said, one between 0 and 1 is a share.
    private static @Nullable Double scale(Map<String, Object> metric, double score) {
        double least = metric.get("min_score") instanceof Number number ? number.doubleValue() : 0;
        double most = metric.get("max_score") instanceof Number number ? number.doubleValue() : 1;
        boolean known = least == 0 && (most == 1 || most == 100);
        return known && score >= 0 && score <= most ? most : null;
    }

    private @Nullable Instant time() {
        Object told = tree.get("evaluation_timestamp");
        String text = told == null ? "" : String.valueOf(told).strip();
        try {
            return text.matches("\\d{1,11}(\\.\\d+)?")
                    ? Instant.ofEpochSecond((long) Double.parseDouble(text))
                    : text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }
}
