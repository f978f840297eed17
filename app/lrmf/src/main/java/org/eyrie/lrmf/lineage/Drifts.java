package org.eyrie.lrmf.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the drifts of a fit; once closed, drifts it has not seen have none. */
public final class Drifts {

    private final List<Drift> list;
    private final Map<Drift, Integer> index = new HashMap<>();
    private final boolean open;

    private Drifts(List<Drift> list, boolean open) {
        this.list = new ArrayList<>(list);
        this.open = open;
        for (int k = 0; k < list.size(); k++) {
            index.put(list.get(k), k);
        }
    }

    /** None so far; every one that is asked for gets a number. */
    static Drifts open() {
        return new Drifts(List.of(), true);
    }

    /** Those of a fit. */
    public static Drifts closed(List<Drift> list) {
        return new Drifts(list, false);
    }

    /** Number of a drift, or -1 where the fit has not seen it. */
    int of(Drift drift) {
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
    public List<Drift> list() {
        return List.copyOf(list);
    }
}
