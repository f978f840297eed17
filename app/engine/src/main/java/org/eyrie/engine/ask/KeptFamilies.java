package org.eyrie.engine.ask;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
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

    private final Supplier<GraphState> look;
    private final LongSupplier nanos;
    private final Map<ModelId, SolvedFamily> members = new HashMap<>();
    private final Deque<SolvedFamily> eldestFirst = new ArrayDeque<>();
    private @Nullable GraphState state;
    private long since;

    /** @param look a cheap look at what answers depend on */
    KeptFamilies(Supplier<GraphState> look, LongSupplier nanos) {
        this.look = look;
        this.nanos = nanos;
    }

    /** The family of a model, as it is kept or as it is solved now. */
    SolvedFamily of(ModelId model, Supplier<SolvedFamily> solving) {
        GraphState before = look.get();
        SolvedFamily known = known(before, model);
        if (known != null) {
            return known;
        }
        SolvedFamily solved = solving.get();
        if (!solved.truncated() && look.get().equals(before)) { // or it may be of either state
            keep(before, solved);
        }
        return solved;
    }

    private synchronized @Nullable SolvedFamily known(GraphState now, ModelId model) {
        if (!now.equals(state) || nanos.getAsLong() - since > LONGEST.toNanos()) {
            members.clear();
            eldestFirst.clear();
            state = now;
            since = nanos.getAsLong();
        }
        return members.get(model);
    }

    private synchronized void keep(GraphState of, SolvedFamily solved) {
        if (!of.equals(state)) {
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
