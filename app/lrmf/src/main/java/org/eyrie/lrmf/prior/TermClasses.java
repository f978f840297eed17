package org.eyrie.lrmf.prior;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The classes that a fit tells apart. Each kind has at least one, so that every term finds its class or the nearest. */
public final class TermClasses {

    /** A derivation class of its own needs that many models; rarer ones share with the nearest of their relation. */
    static final int LEAST_MODELS = 10;

    private final List<TermClass> classes;
    private final Map<TermClass, Integer> index = new HashMap<>();

    /** Of classes in their order. */
    public TermClasses(List<TermClass> classes) {
        this.classes = List.copyOf(classes);
        for (int k = 0; k < classes.size(); k++) {
            index.put(classes.get(k), k);
        }
        for (TermKind kind : EnumSet.allOf(TermKind.class)) {
            if (kind != TermKind.DERIVED && !index.containsKey(TermClass.of(kind))) {
                throw new IllegalArgumentException("There is no class of " + kind);
            }
        }
    }

    /** Of derivations, counted by class. */
    static TermClasses of(SortedMap<TermClass, Integer> counts) {
        List<TermClass> classes = new ArrayList<>();
        counts.forEach((derivation, count) -> {
            if (count >= LEAST_MODELS) {
                classes.add(derivation);
            }
        });
        classes.add(new TermClass(TermKind.DERIVED, -1, 1)); // whatever is too rare or was never seen
        for (TermKind kind : TermKind.values()) {
            if (kind != TermKind.DERIVED) {
                classes.add(TermClass.of(kind));
            }
        }
        return new TermClasses(classes);
    }

    /** Index of a class, or of the derivation class nearest to it: of its relation first, else the catch-all. */
    public int indexOf(TermClass wanted) {
        Integer exact = index.get(wanted);
        if (exact != null) {
            return exact;
        }
        int best = -1;
        int bestDistance = Integer.MAX_VALUE;
        for (int k = 0; k < classes.size(); k++) {
            TermClass candidate = classes.get(k);
            if (candidate.kind() == wanted.kind() && candidate.relation() == wanted.relation()) {
                int distance = Math.abs(candidate.parents() - wanted.parents());
                if (distance < bestDistance) {
                    best = k;
                    bestDistance = distance;
                }
            }
        }
        return best >= 0 ? best : index.getOrDefault(new TermClass(TermKind.DERIVED, -1, 1), 0);
    }

    /** Whether a class's strength is given rather than learned, per class. */
    public boolean[] fixed() {
        boolean[] fixed = new boolean[classes.size()];
        fixed[index.getOrDefault(TermClass.of(TermKind.MIXTURE), 0)] = true;
        return fixed;
    }

    /** The classes in their order. */
    public List<TermClass> list() {
        return classes;
    }

    /** Number of classes. */
    public int size() {
        return classes.size();
    }
}
