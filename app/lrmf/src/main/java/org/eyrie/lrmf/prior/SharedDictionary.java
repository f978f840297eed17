package org.eyrie.lrmf.prior;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What families must agree on so that each can be taken by itself: which classes terms have, which fixed effects there
 * are, which nodes are shared, and the number of each.
 */
public final class SharedDictionary {

    private final TermClasses classes;
    private final FixedEffects effects;
    private final List<NodeKey> nodes;
    private final Timeline timeline;
    private final Map<NodeKey, Integer> number = new HashMap<>();

    /**
     * Of what families agreed on.
     *
     * @param classes of terms
     * @param effects in the order of their numbers
     * @param nodes the shared ones, in the order of their numbers
     * @param timeline of the measured models
     */
    public SharedDictionary(TermClasses classes, FixedEffects effects, List<NodeKey> nodes, Timeline timeline) {
        this.classes = classes;
        this.effects = effects;
        this.nodes = List.copyOf(nodes);
        this.timeline = timeline;
        for (int k = 0; k < nodes.size(); k++) {
            number.put(nodes.get(k), k);
        }
    }

    /** The classes. */
    public TermClasses classes() {
        return classes;
    }

    /** The fixed effects. */
    public FixedEffects effects() {
        return effects;
    }

    /** The shared nodes in the order of their numbers. */
    public List<NodeKey> nodes() {
        return nodes;
    }

    /** When the measured models were published. */
    public Timeline timeline() {
        return timeline;
    }

    boolean isShared(NodeKey key) {
        return number.containsKey(key);
    }

    /**
     * Number of a shared node.
     *
     * @throws IllegalArgumentException if there is none of that key
     */
    public int numberOf(NodeKey key) {
        Integer found = number.get(key);
        if (found == null) {
            throw new IllegalArgumentException("No family shares " + key);
        }
        return found;
    }
}
