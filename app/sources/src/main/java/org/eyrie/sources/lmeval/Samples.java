package org.eyrie.sources.lmeval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Lines;
import org.eyrie.sources.text.StrictReader;
import org.eyrie.sources.tree.StrictJson;

/**
 * Items of one task: a line per document and filter. Outcomes are taken of every metric that is 0 or 1 for all of
 * them, in the order of the documents' hashes.
 */
final class Samples {

    /** Lines hold the whole prompt and every answer. */
    private static final int MAX_LINE = 16_000_000;

    /** The filter that changes nothing. */
    private static final String NONE = "none";

    /**
     * What a column is of.
     *
     * @param filter empty where the program that measured knows no filters
     */
    private record Measured(String metric, String filter) implements Comparable<Measured> {

        @Override
        public int compareTo(Measured other) {
            int order = metric.compareTo(other.metric);
            return order == 0 ? filter.compareTo(other.filter) : order;
        }

        @Override
        public String toString() {
            return filter.isEmpty() ? metric : metric + "," + filter;
        }
    }

    private final List<String> filters;
    private final FactSink sink;
    private final Map<Measured, ItemColumn> columns = new TreeMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private Samples(List<String> filters, FactSink sink) {
        this.filters = filters;
        this.sink = sink;
    }

    /**
     * @param filters of the task in their order, for files that do not say which a line is of
     * @param base bytes read before this file, of {@code total}
     */
    static void read(Path file, List<String> filters, RunScores scores, FactSink sink, long base, long total)
            throws IOException {
        Input input = Input.of(file);
        Samples samples = new Samples(filters, sink);
        Lines.forEach(input, sink, base, total, MAX_LINE, (place, line) -> {
            try {
                samples.add(place, SampleLine.of(place, line));
            } catch (UnreadableException e) {
                sink.reject(place, String.valueOf(e.getMessage()));
            }
        });
        samples.flush(RunFiles.task(file), Place.of(input.name()), scores);
    }

    /**
     * Samples as 0.4.0 to 0.4.2 wrote them, which called a file of lines what is one list.
     *
     * @param task as the results call it
     */
    static void readList(Path file, String task, List<String> filters, RunScores scores, FactSink sink)
            throws IOException {
        Samples samples = new Samples(filters, sink);
        Input input = Input.of(file);
        try (Input.Counted bytes = input.open();
                StrictReader reader = new StrictReader(file.toString(), bytes.stream(), MAX_LINE)) {
            StrictJson.list(Place.of(input.name()), reader, (place, object) -> {
                try {
                    samples.add(place, SampleLine.of(place, object));
                } catch (UnreadableException e) {
                    sink.reject(place, String.valueOf(e.getMessage()));
                }
            });
        }
        samples.flush(task, Place.of(input.name()), scores);
    }

    /**
     * What lighteval wrote of a task item by item, a table of Parquet: a row an item, in which metrics stand together.
     *
     * @param task as the results call it
     */
    static void readDetails(Path file, String task, RunScores scores, FactSink sink) throws IOException {
        Samples samples = new Samples(List.of(), sink);
        DetailRows.forEach(file, sink, samples::add);
        samples.flush(task, Place.of(file.toString()), scores);
    }

    private void flush(String task, Place place, RunScores scores) {
        columns.forEach((measured, column) -> {
            if (column.isBinary()) {
                scores.add(
                        task,
                        measured.metric(),
                        measured.filter().isEmpty() ? null : measured.filter(),
                        column.outcomes());
            } else {
                sink.note(place, measured + " has no outcomes: it is not 0 or 1 for every item");
            }
        });
    }

    private void add(Place place, SampleLine line) {
        String filter = filter(line);
        line.values().forEach((metric, value) -> {
            ItemColumn column = columns.computeIfAbsent(new Measured(metric, filter), key -> new ItemColumn());
            if (!column.add(line, value)) {
                sink.reject(
                        place,
                        "The document " + line.document() + " stands twice with different values of " + metric
                                + ": keep one of them");
            }
        });
    }

    private String filter(SampleLine line) {
        if (line.filter() != null) {
            return line.filter();
        }
        if (filters.isEmpty()) {
            return NONE;
        }
        int number = lines.merge(line.document(), 1, Integer::sum);
        return filters.get(Math.min(number, filters.size()) - 1);
    }
}
