package org.eyrie.lrmf.prior;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the drifts of a fit; once closed, drifts it has not seen have none. */
public final class FixedEffects {

    private final List<FixedEffect> list;
    private final Map<FixedEffect, Integer> index = new HashMap<>();
    private final boolean open;

    private FixedEffects(List<FixedEffect> list, boolean open) {
        this.list = new ArrayList<>(list);
        this.open = open;
        for (int k = 0; k < list.size(); k++) {
            index.put(list.get(k), k);
        }
    }

    /** None so far; every one that is asked for gets a number. */
    static FixedEffects open() {
        return new FixedEffects(List.of(), true);
    }

    /** Those of a fit. */
    public static FixedEffects closed(List<FixedEffect> list) {
        return new FixedEffects(list, false);
    }

    /** Number of a drift, or -1 where the fit has not seen it. */
    int of(FixedEffect drift) {
        Integer known = index.get(drift);
        if (known != null) {
            return known;
        }
        if (!open) {
            return -1;
        }
        index.put(drift, list.size());
        list.add(drift);
        return list.size() - 1;
    }

    /** The drifts in their order. */
    public List<FixedEffect> list() {
        return List.copyOf(list);
    }
}
