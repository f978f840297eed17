package org.eyrie.sources.lmeval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Lines;

/**
 * Items of one task: a line per document and filter. Outcomes are taken of every metric that is 0 or 1 for all of
 * them, in the order of the documents' hashes.
 */
final class Samples {

    /** Lines hold the whole prompt and every answer. */
    private static final int MAX_LINE = 16_000_000;

    /** The filter that changes nothing. */
    private static final String NONE = "none";

    private final List<String> filters;
    private final FactSink sink;
    private final Map<String, Column> columns = new TreeMap<>();
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
        String task = RunFiles.task(file);
        samples.columns.forEach((key, column) -> {
            if (column.isBinary()) {
                int comma = key.lastIndexOf(',');
                scores.add(task, key.substring(0, comma), key.substring(comma + 1), column.outcomes());
            } else {
                sink.note(Place.of(input.name()), key + " has no outcomes: it is not 0 or 1 for every item");
            }
        });
    }

    private void add(Place place, SampleLine line) {
        String filter = filter(line);
        line.values().forEach((metric, value) -> {
            Column column = columns.computeIfAbsent(metric + "," + filter, key -> new Column());
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

    /** One metric under one filter, over the documents. */
    private static final class Column {

        private final Map<String, Double> values = new TreeMap<>();

        private boolean hashed = true;

        // Documents that are alike word by word have one hash and are told apart by their number.
        boolean add(SampleLine line, double value) {
            hashed &= line.hash() != null;
            String hash = line.hash() == null ? "" : line.hash();
            Double before = values.putIfAbsent(hash + '\n' + String.format("%9s", line.document()), value);
            return before == null || before.equals(value);
        }

        boolean isBinary() {
            return values.values().stream().allMatch(value -> value == 0 || value == 1);
        }

        Outcomes outcomes() {
            StringBuilder text = new StringBuilder(values.size());
            values.values().forEach(value -> text.append(value == 1 ? '1' : '0'));
            return new Outcomes(text.toString(), hashed ? names() : null);
        }

        // A document's number shifts with the choice of documents, so twins are numbered among themselves.
        private List<String> names() {
            List<String> names = new ArrayList<>(values.size());
            Map<String, Integer> twins = new HashMap<>();
            for (String key : values.keySet()) {
                String hash = key.substring(0, key.indexOf('\n'));
                int twin = twins.merge(hash, 1, Integer::sum);
                names.add(twin == 1 ? hash : hash + " #" + twin);
            }
            return names;
        }
    }
}
