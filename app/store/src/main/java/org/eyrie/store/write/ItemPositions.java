package org.eyrie.store.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ItemLayout;
import org.eyrie.model.Outcomes;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Batches;
import org.eyrie.store.transaction.Work;

/** Lines outcomes up with the items that a benchmark has already, and keeps those that are new; within one transaction. */
public final class ItemPositions {

    private final Work work;
    private final Batches batches;
    private final Map<BenchmarkId, ItemLayout> layouts = new LinkedHashMap<>();
    private final Map<BenchmarkId, Integer> known = new HashMap<>();
    private final Map<BenchmarkId, Boolean> byPosition = new HashMap<>();
    private final Map<String, Object> origin;
    private int unaligned;
    private int added;

    /** @param origin properties that say where new items came from */
    ItemPositions(Work work, Batches batches, Map<String, Object> origin) {
        this.work = work;
        this.batches = batches;
        this.origin = origin;
    }

    /** The evaluations with their outcomes by position. Benchmarks must be there. */
    List<Evaluation> place(Collection<Evaluation> evaluations) {
        List<Evaluation> placed = new ArrayList<>(evaluations.size());
        for (Evaluation evaluation : evaluations) {
            placed.add(place(evaluation));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        layouts.forEach((benchmark, layout) -> {
            List<String> names = layout.names();
            for (int position = known.getOrDefault(benchmark, 0); position < names.size(); position++) {
                rows.add(Map.of(
                        "benchmark",
                        benchmark.value(),
                        "item",
                        names.get(position),
                        "position",
                        position,
                        "key",
                        benchmark.value() + "\n" + names.get(position)));
            }
        });
        added += rows.size();
        batches.each(rows, row -> row, batch -> {
            Map<String, Object> parameters = new HashMap<>(batch);
            parameters.put("origin", origin);
            work.run(Statement.WRITE_ITEMS, parameters);
        });
        return placed;
    }

    /** How many evaluations lost their outcomes because the benchmark's items are known by position alone. */
    int unaligned() {
        return unaligned;
    }

    /** How many items became known. */
    int added() {
        return added;
    }

    private Evaluation place(Evaluation evaluation) {
        Outcomes outcomes = evaluation.outcomes();
        if (outcomes == null || outcomes.names() == null) {
            return evaluation;
        }
        if (byPosition.computeIfAbsent(evaluation.benchmark(), this::isKnownByPosition)) {
            unaligned++;
            return evaluation.withoutOutcomes();
        }
        return evaluation.with(layout(evaluation.benchmark()).place(outcomes));
    }

    private boolean isKnownByPosition(BenchmarkId benchmark) {
        return work.first(Statement.KNOWN_BY_POSITION, Map.of("benchmarkId", benchmark.value()), row -> row.get(
                                "by_position")
                        .asBoolean())
                .orElse(false);
    }

    private ItemLayout layout(BenchmarkId benchmark) {
        return layouts.computeIfAbsent(benchmark, id -> {
            List<String> names = names(work, id);
            known.put(id, names.size());
            return new ItemLayout(names);
        });
    }

    /** Names of a benchmark's items by position. */
    public static List<String> names(Work work, BenchmarkId benchmark) {
        return work.list(Statement.ITEM_NAMES, Map.of("benchmarkId", benchmark.value()), row -> row.get("item")
                .asString());
    }
}
