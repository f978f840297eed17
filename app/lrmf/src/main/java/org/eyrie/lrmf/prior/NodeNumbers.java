package org.eyrie.lrmf.prior;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Hands out numbers of nodes. How many nodes belong to single families is known only at the end, so shared nodes count
 * downwards from -1 until then.
 */
final class NodeNumbers {

    private final Predicate<NodeKey> isShared;
    private final Map<NodeKey, Integer> numbers = new HashMap<>();
    private final List<NodeKey> shared = new ArrayList<>();
    private final List<NodeKey> fresh = new ArrayList<>();
    private int inner;

    NodeNumbers(int models, Predicate<NodeKey> isShared) {
        this.inner = models;
        this.isShared = isShared;
    }

    /** Number of the node of that key; a node that is new waits among the {@link #takeFresh} ones for its own term. */
    int of(NodeKey key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number;
        if (isShared.test(key)) {
            shared.add(key);
            number = -shared.size();
        } else {
            number = inner++;
        }
        numbers.put(key, number);
        fresh.add(key);
        return number;
    }

    /** A node of one family that no key names. */
    int unnamed() {
        return inner++;
    }

    /** Nodes that were new since the last call. */
    List<NodeKey> takeFresh() {
        List<NodeKey> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    boolean isShared(NodeKey key) {
        return isShared.test(key);
    }

    /** The final number of a provisional one. */
    int last(int provisional) {
        return provisional >= 0 ? provisional : inner - provisional - 1;
    }

    int inner() {
        return inner;
    }

    /** All keys that have a number. */
    List<NodeKey> keys() {
        return List.copyOf(numbers.keySet());
    }

    List<NodeKey> shared() {
        return List.copyOf(shared);
    }
}
