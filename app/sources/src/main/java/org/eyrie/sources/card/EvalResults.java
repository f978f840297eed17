package org.eyrie.sources.card;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * Results as the Hub collects them, from {@code .eval_results/*.yaml} of a model. Its format: hub-docs, eval_results.yaml.
 */
final class EvalResults {

    private static final int LONGEST_NOTES = 200;

    private final Place place;
    private final FactSink sink;
    private final List<PublishedResult> results = new ArrayList<>();

    private EvalResults(Place place, FactSink sink) {
        this.place = place;
        this.sink = sink;
    }

    /**
     * The results in a list of entries; those without what one needs are left out with a note.
     *
     * @param place where they stand; its input is where the scores are known from, beside what the entries say
     */
    static List<PublishedResult> results(List<?> entries, Place place, FactSink sink) {
        EvalResults found = new EvalResults(place, sink);
        entries.forEach(found::entry);
        return found.results;
    }

    private void entry(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> outer)) {
            leftOut("a result must be an object, not " + ParsedTree.describe(entry));
            return;
        }
        Map<String, Object> tree = ParsedTree.object(outer.get("data") instanceof Map<?, ?> data ? data : outer);
        String dataset = text(ParsedTree.at(tree, "dataset", "id"));
        Object value = tree.get("value");
        if (dataset == null || value == null) {
            leftOut("a result" + (dataset == null ? " has no dataset with an id" : " on " + dataset + " has no value"));
            return;
        }
        String task = text(ParsedTree.at(tree, "dataset", "task_id"));
        String url = text(ParsedTree.at(tree, "source", "url"));
        String parts = Stream.of(
                        DatasetNames.split(dataset, text(ParsedTree.at(tree, "dataset", "split"))),
                        text(tree.get("notes")))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        results.add(new PublishedResult(
                dataset,
                new EvaluationSetup(
                        DatasetNames.task(
                                dataset, task == null ? text(ParsedTree.at(tree, "dataset", "config")) : task),
                        null,
                        parts.isEmpty() ? null : parts.substring(0, Math.min(LONGEST_NOTES, parts.length())),
                        null,
                        Revisions.shortened(text(ParsedTree.at(tree, "dataset", "revision"))),
                        null,
                        null),
                value,
                false,
                place.input() + (url == null ? "" : " " + url),
                date(dataset, tree.get("date"))));
    }

    private @Nullable Instant date(String dataset, @Nullable Object date) {
        if (date instanceof Date day) {
            return day.toInstant();
        }
        String text = text(date);
        if (text == null) {
            return null;
        }
        try {
            return text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            sink.note(
                    place,
                    "The date of the result on " + dataset + " is left out, it is no day of the calendar: "
                            + org.eyrie.sources.spi.Text.quoted(text));
            return null;
        }
    }

    private void leftOut(String what) {
        sink.note(place, what + ": it was left out");
    }

    // Notes such as "no-tools" make scores incomparable, and become a part of a name: in one line.
    private static @Nullable String text(@Nullable Object value) {
        String text = value == null || value instanceof Map || value instanceof List
                ? ""
                : String.valueOf(value).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return text.isEmpty() ? null : text;
    }
}
