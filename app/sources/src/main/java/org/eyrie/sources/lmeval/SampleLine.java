package org.eyrie.sources.lmeval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * A document under a filter.
 *
 * @param document its number in the run, which shifts with the choice of documents
 * @param hash its identity, null in older files and where it is blank
 * @param filter what the answer went through, null in files before 0.4.6, which have a line for each in order
 * @param values the value of every metric that is a number, NaN where it could not be computed
 */
record SampleLine(
        String document, @Nullable String hash, @Nullable String filter, Map<String, Double> values) {

    private static final List<String> NOT_METRICS = List.of("doc_id", "doc", "target", "arguments", "resps");

    static SampleLine of(Place place, String line) throws UnreadableException {
        return of(place, StrictJson.line(place, line));
    }

    static SampleLine of(Place place, Map<String, Object> tree) throws UnreadableException {
        Object document = tree.get("doc_id");
        Object hash = tree.get("doc_hash");
        if (document == null) {
            throw new UnreadableException(place, "doc_id is missing: this is no sample of " + Results.HARNESS);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            boolean metric =
                    tree.get("metrics") instanceof List<?> metrics ? metrics.contains(key) : !NOT_METRICS.contains(key);
            if (metric && value instanceof Number number) {
                values.put(key, number.doubleValue());
            } else if (metric && value instanceof Boolean correct) {
                values.put(key, correct ? 1.0 : 0.0);
            }
        });
        return new SampleLine(
                String.valueOf(document),
                hash == null || String.valueOf(hash).isBlank() ? null : String.valueOf(hash),
                tree.get("filter") == null ? null : String.valueOf(tree.get("filter")),
                values);
    }
}
