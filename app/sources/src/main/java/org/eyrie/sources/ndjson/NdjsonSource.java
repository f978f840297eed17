package org.eyrie.sources.ndjson;

import java.io.IOException;
import org.eyrie.model.Evaluation;
import org.eyrie.sources.conventions.RecentIds;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Lines;
import org.eyrie.sources.text.StrictReader;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Facts as NDJSON. A line is an object whose {@code kind} is {@code model}, {@code traits}, {@code edge}, {@code score} or
 * {@code item}; its keys stand with {@link FactLines} and {@link ItemLine}. Any order; a model that only an edge or a
 * score names becomes a stub.
 */
public final class NdjsonSource extends FileSource {

    public NdjsonSource(Input input) {
        super(input);
    }

    @Override
    public void read(FactSink sink) throws IOException {
        ItemScores items = new ItemScores();
        MetSetups met = new MetSetups();
        RecentIds ids = new RecentIds();
        FactSink once = sink.without(new KnownBenchmarks());
        long read = Lines.forEach(input, sink, 0, input.bytes(), StrictReader.MAX_LINE, (place, line) -> {
            Fields fields = fields(place, line, ids, sink);
            if (fields != null) {
                read(place, fields, items, met, once);
            }
        });
        if (!items.isEmpty()) {
            addScores(items, read, sink);
            items.flush(whole(), once, null);
        }
    }

    // Scores may stand before or after their items, and a million of them are not kept: they are read again.
    private void addScores(ItemScores items, long read, FactSink sink) throws IOException {
        FactSink scores = FactSink.of(finding -> {
            if (finding instanceof Finding.OfEvaluation score) {
                Evaluation evaluation = score.evaluation();
                items.score(evaluation.model(), evaluation.benchmark(), evaluation.score());
            }
        });
        MetSetups met = new MetSetups();
        RecentIds ids = new RecentIds();
        long total = input.bytes() < 0 ? -1 : 2 * input.bytes();
        Lines.forEach(input, sink, read, total, StrictReader.MAX_LINE, (place, line) -> {
            Fields fields = fields(place, line, ids, FactSink.NOWHERE);
            if (fields != null && "score".equals(fields.text("kind"))) {
                FactLines.score(place, fields, met, scores);
            }
        });
    }

    private static @Nullable Fields fields(Place place, String line, RecentIds ids, FactSink sink) {
        try {
            return new Fields(StrictJson.object(place, line), ids);
        } catch (UnreadableException e) {
            sink.reject(place, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static void read(Place place, Fields fields, ItemScores items, MetSetups met, FactSink sink)
            throws UnreadableException {
        String kind = fields.text("kind");
        switch (kind == null ? "" : kind) {
            case "model" -> FactLines.model(place, fields, sink);
            case "traits" -> FactLines.traits(place, fields, sink);
            case "edge" -> FactLines.edge(place, fields, sink);
            case "score" -> FactLines.score(place, fields, met, sink);
            case "item" -> ItemLine.add(place, fields, items);
            default ->
                fields.fault("kind must be one of model, traits, edge, score, item, "
                        + (kind == null ? "and is missing" : "not " + Text.quoted(kind)));
        }
        if (fields.isFaulty()) {
            sink.reject(place, fields.faults());
        } else {
            fields.reportIgnored(sink);
        }
    }
}
