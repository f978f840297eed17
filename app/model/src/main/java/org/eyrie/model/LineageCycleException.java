package org.eyrie.model;

import java.util.List;
import java.util.stream.Collectors;

/** Derivations that would make a model its own ancestor. */
public final class LineageCycleException extends EyrieException {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelId> cycle;

    /** @param cycle each model followed by a parent of it, the first one again at the end */
    public LineageCycleException(List<ModelId> cycle) {
        super(
                ErrorCode.LINEAGE_CYCLE,
                "A model cannot descend from itself. Take out one of these derivations (child -> parent): "
                        + cycle.stream().map(ModelId::value).collect(Collectors.joining(" -> ")));
        this.cycle = List.copyOf(cycle);
    }

    public List<ModelId> cycle() {
        return cycle;
    }
}
