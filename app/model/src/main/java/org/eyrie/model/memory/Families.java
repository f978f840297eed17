package org.eyrie.model.memory;

import java.util.List;
import java.util.Set;
import org.eyrie.model.Family;
import org.eyrie.model.FamilyCursor;
import org.eyrie.model.ModelId;
import org.eyrie.model.Page;
import org.jspecify.annotations.Nullable;

/** What descends from whom without parents. The caller holds the graph's monitor. */
final class Families {

    private final Graph graph;

    Families(Graph graph) {
        this.graph = graph;
    }

    Page<Family> page(@Nullable String cursor, int limit) {
        FamilyCursor after = cursor == null ? null : FamilyCursor.parse(cursor);
        List<Family> rows = graph.models.keySet().stream()
                .filter(this::isFounder)
                .map(this::family)
                .sorted(FamilyCursor.LARGEST_FIRST)
                .filter(family -> after == null || after.isBefore(family))
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, family -> FamilyCursor.of(family).toString());
    }

    Set<ModelId> members(ModelId founder) {
        return Walk.everywhere(founder, graph::childrenOf).distances().keySet();
    }

    private boolean isFounder(ModelId model) {
        return graph.parentsOf(model).isEmpty() && !graph.childrenOf(model).isEmpty();
    }

    private Family family(ModelId founder) {
        Walk walk = Walk.everywhere(founder, graph::childrenOf);
        int evaluated = 0;
        int evaluations = 0;
        for (ModelId member : walk.distances().keySet()) {
            int scores = graph.evaluationsOf(member).size();
            evaluated += scores > 0 ? 1 : 0;
            evaluations += scores;
        }
        return new Family(founder, walk.distances().size(), walk.depth(), evaluated, evaluations);
    }
}
