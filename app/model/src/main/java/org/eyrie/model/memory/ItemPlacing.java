package org.eyrie.model.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ItemLayout;
import org.eyrie.model.Outcomes;

/** Lines outcomes up with the items that a benchmark has already; within one write. */
final class ItemPlacing {

    private final Graph graph;
    private final Map<BenchmarkId, ItemLayout> layouts = new HashMap<>();
    private final Map<BenchmarkId, Boolean> byPosition = new HashMap<>();
    private int unaligned;

    ItemPlacing(Graph graph) {
        this.graph = graph;
    }

    Evaluation place(Evaluation evaluation) {
        Outcomes outcomes = evaluation.outcomes();
        if (outcomes == null || outcomes.names() == null) {
            return evaluation;
        }
        if (byPosition.computeIfAbsent(evaluation.benchmark(), this::isKnownByPosition)) {
            unaligned++;
            return evaluation.withoutOutcomes();
        }
        ItemLayout layout = layouts.computeIfAbsent(
                evaluation.benchmark(), id -> new ItemLayout(graph.itemNames.getOrDefault(id, List.of())));
        return evaluation.with(layout.place(outcomes));
    }

    Map<BenchmarkId, ItemLayout> layouts() {
        return layouts;
    }

    int unaligned() {
        return unaligned;
    }

    private boolean isKnownByPosition(BenchmarkId benchmark) {
        return graph.itemNames.getOrDefault(benchmark, List.of()).isEmpty()
                && graph.models.keySet().stream()
                        .map(model -> graph.evaluationsOf(model).get(benchmark))
                        .anyMatch(known -> known != null && known.outcomes() != null);
    }
}
