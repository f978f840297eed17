package org.eyrie.engine.ask;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eyrie.model.GraphState;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Families that are answered from whole, solved, for as long as fit and facts stay: all members' answers come out of one
 * solution. One of which only the nearest were read is another for each member, and is not kept. Safe for use by several
 * threads.
 */
final class KeptFamilies {

    /** Members of all that are kept, together. */
    static final int MOST_MODELS = 10_000;

    /** Who edits the graph with Cypher and does not count its version up waits so long at most. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private final Map<ModelId, SolvedFamily> members = new HashMap<>();
    private final Deque<SolvedFamily> eldestFirst = new ArrayDeque<>();
    private @Nullable GraphState current;
    private long since;

    KeptFamilies(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The family of a model, as it is kept or as it is solved now.
     *
     * @param state what answers depended on a moment ago
     * @param stillSo asked after solving: whether what was solved is of that state
     */
    SolvedFamily of(GraphState state, ModelId model, Supplier<SolvedFamily> solving, BooleanSupplier stillSo) {
        SolvedFamily known = known(state, model);
        if (known != null) {
            return known;
        }
        SolvedFamily solved = solving.get();
        if (!solved.truncated() && stillSo.getAsBoolean()) {
            keep(state, solved);
        }
        return solved;
    }

    private synchronized @Nullable SolvedFamily known(GraphState now, ModelId model) {
        if (!now.equals(current) || nanos.getAsLong() - since > LONGEST.toNanos()) {
            members.clear();
            eldestFirst.clear();
            current = now;
            since = nanos.getAsLong();
        }
        return members.get(model);
    }

    private synchronized void keep(GraphState of, SolvedFamily solved) {
        if (!of.equals(current)) {
            return;
        }
        solved.models().forEach(model -> members.put(model.id(), solved));
        eldestFirst.add(solved);
        while (members.size() > MOST_MODELS && eldestFirst.size() > 1) {
            for (Model model : eldestFirst.remove().models()) {
                members.remove(model.id());
            }
        }
    }
}
