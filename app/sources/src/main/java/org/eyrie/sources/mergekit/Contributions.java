package org.eyrie.sources.mergekit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What each model contributes to a merge. Contributions are not normalised; a base may contribute none. */
final class Contributions {

    private final Map<ModelReference, Double> shares = new LinkedHashMap<>();
    private final Set<ModelReference> bases = new LinkedHashSet<>();

    void add(ModelReference model, double share) {
        shares.merge(model, share, Double::sum);
    }

    /** Adds a model that the others are measured against. */
    void addBase(ModelReference model) {
        bases.add(model);
    }

    /** Adds what others contribute, scaled so that together they contribute so much. */
    void addAll(Contributions others, double total) {
        others.normalised().forEach((model, share) -> add(model, share * total));
        bases.addAll(others.bases);
    }

    /** Shares that add up to one; alike where all are zero. Without bases, unless these contribute too. */
    Map<ModelReference, Double> normalised() {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<ModelReference, Double> normalised = new LinkedHashMap<>();
        shares.forEach((model, share) -> normalised.put(model, sum > 0 ? share / sum : 1.0 / shares.size()));
        return normalised;
    }

    Set<ModelReference> bases() {
        return bases;
    }

    boolean isEmpty() {
        return shares.isEmpty() && bases.isEmpty();
    }
}
