package org.eyrie.sources.ndjson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Gathers single items into outcomes. Items stand in the order of their names, hashes usually, so that two runs over
 * the same items give the same order wherever they were made. Bounded by a limit on the number of items.
 */
final class ItemScores {

    /** How many items one import may bring, over all models and benchmarks. */
    public static final int MAX_ITEMS = 2_000_000;

    /** A model on a benchmark. */
    private record Cell(ModelId model, BenchmarkId benchmark) {}

    private final Map<BenchmarkId, Benchmark> benchmarks = new TreeMap<>();
    private final Map<BenchmarkId, TreeSet<String>> names = new HashMap<>();
    private final Map<Cell, Map<String, Boolean>> cells = new HashMap<>();
    private final Map<Cell, Double> scores = new HashMap<>();
    private int items;

    /**
     * Adds an item.
     *
     * @return whether it fits to what was said of it before
     * @throws UnreadableException if there are too many
     */
    public boolean add(Place place, ModelId model, Benchmark benchmark, String item, boolean correct)
            throws UnreadableException {
        if (++items > MAX_ITEMS) {
            throw new UnreadableException(
                    place, "There are more than " + MAX_ITEMS + " single items: import them as instances instead");
        }
        benchmarks.put(benchmark.id(), benchmark);
        names.computeIfAbsent(benchmark.id(), id -> new TreeSet<>()).add(item);
        Boolean before = cells.computeIfAbsent(new Cell(model, benchmark.id()), cell -> new HashMap<>())
                .putIfAbsent(item, correct);
        return before == null || before == correct;
    }

    /** Whether there is no item. */
    public boolean isEmpty() {
        return items == 0;
    }

    /** Says that a score is known, which then is handed over in place of the share of correct items. */
    public void score(ModelId model, BenchmarkId benchmark, double score) {
        Cell cell = new Cell(model, benchmark);
        if (cells.containsKey(cell)) {
            scores.put(cell, score);
        }
    }

    /** Hands every score over with its outcomes, by benchmark, then model. */
    public void flush(Place place, FactSink sink, @Nullable String source) {
        benchmarks.forEach((id, benchmark) -> {
            List<String> order = List.copyOf(names.getOrDefault(id, new TreeSet<>()));
            sink.benchmark(place, new Benchmark(id, order.size(), benchmark.setup()));
            cells.keySet().stream()
                    .filter(cell -> cell.benchmark().equals(id))
                    .map(Cell::model)
                    .sorted()
                    .forEach(model -> sink.evaluation(place, evaluation(new Cell(model, id), order, source)));
        });
    }

    private Evaluation evaluation(Cell cell, List<String> order, @Nullable String source) {
        Map<String, Boolean> known = cells.getOrDefault(cell, Map.of());
        StringBuilder text = new StringBuilder(order.size());
        for (String item : order) {
            Boolean correct = known.get(item);
            text.append(correct == null ? '-' : correct ? '1' : '0');
        }
        Outcomes outcomes = new Outcomes(text.toString(), order);
        Double score = scores.get(cell);
        if (score != null) {
            return new Evaluation(cell.model(), cell.benchmark(), score, null, null, outcomes, null, null);
        }
        return new Evaluation(
                cell.model(), cell.benchmark(), outcomes.share(), outcomes.seen(), null, outcomes, source, null);
    }
}
