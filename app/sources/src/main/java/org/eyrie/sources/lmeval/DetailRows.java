package org.eyrie.sources.lmeval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.parquet.ParquetTable;
import org.eyrie.sources.registry.Digest;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * Details of lighteval, and of the first leaderboard, whose files it wrote: a row an item. Since 0.11 a row has {@code doc},
 * {@code metric} and {@code model_response}; before, {@code example}, {@code metrics} and much else.
 *
 * <p>An item is known by a digest of its question, for the hashes that some versions write are those of other texts in others.
 */
final class DetailRows {

    private static final List<String> METRICS = List.of("metric", "metrics");

    /** Takes an item. */
    @FunctionalInterface
    interface ItemTaker {
        void take(Place place, SampleLine item);
    }

    private DetailRows() {}

    static void forEach(Path file, FactSink sink, ItemTaker taker) throws IOException {
        new ParquetTable(file.toString(), file.toFile(), METRICS)
                .forEach(sink, (place, row) -> taker.take(place, item(place, row)));
    }

    private static SampleLine item(Place place, Map<String, @Nullable Object> row) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String column : METRICS) {
            if (row.get(column) instanceof Map<?, ?> metrics) {
                ParsedTree.object(metrics).forEach((metric, value) -> {
                    if (value instanceof Number number) {
                        values.put(metric, number.doubleValue());
                    } else if (value instanceof Boolean correct) {
                        values.put(metric, correct ? 1.0 : 0.0);
                    }
                });
            }
        }
        String question = question(row);
        return new SampleLine(String.valueOf(place.line()), question == null ? null : Digest.of(question), "", values);
    }

    private static @Nullable String question(Map<String, @Nullable Object> row) {
        Object asked = row.get("doc") instanceof Map<?, ?> doc ? doc.get("query") : row.get("example");
        if (asked == null || String.valueOf(asked).isBlank()) {
            asked = row.get("full_prompt");
        }
        return asked == null || String.valueOf(asked).isBlank() ? null : String.valueOf(asked);
    }
}
