package org.eyrie.store.write;

import java.util.List;
import java.util.Map;
import org.eyrie.model.CycleSearch;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.ModelId;
import org.eyrie.store.row.DerivationRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;

/** Refuses edges that closed a cycle, inside the transaction that wrote them. */
final class CycleCheck {

    /**
     * Up to here each edge is asked about, above the whole graph is fetched once. A question costs as much as the
     * ancestry it climbs, which is thousands of models in a chain that is written at once; the graph costs linearly.
     */
    static final int QUESTIONS = 100;

    private final Work work;

    CycleCheck(Work work) {
        this.work = work;
    }

    /** @param suspects (child, parent) of new edges whose child has children and whose parent has parents */
    void refuse(List<List<String>> suspects) {
        if (suspects.isEmpty()) {
            return;
        }
        if (suspects.size() > QUESTIONS) {
            new CycleSearch()
                    .add(work.list(Statement.ALL_DERIVATIONS, Map.of(), DerivationRow::read))
                    .find()
                    .ifPresent(CycleCheck::refuseCycle);
        } else {
            work.first(Statement.CYCLE_THROUGH, Map.of("edges", suspects), row -> row.get("cycle")
                            .asList(id -> new ModelId(id.asString())))
                    .ifPresent(CycleCheck::refuseCycle);
        }
    }

    private static void refuseCycle(List<ModelId> cycle) {
        throw new LineageCycleException(cycle);
    }
}
