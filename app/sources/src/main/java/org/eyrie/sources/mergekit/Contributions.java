package org.eyrie.sources.mergekit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What each model contributes to a merge: the factor that its weights have in the result. Factors of a whole merge add up
 * to one, unless the merge scales; those of models that are subtracted are negative.
 */
final class Contributions {

    private final Map<ModelReference, Double> factors = new LinkedHashMap<>();
    private final Set<ModelReference> unknown = new LinkedHashSet<>();
    private final Set<ModelReference> bases = new LinkedHashSet<>();

    void add(ModelReference model, double factor) {
        factors.merge(model, factor, Double::sum);
    }

    /** Adds a model whose factor the recipe does not say. */
    void addUnknown(ModelReference model) {
        unknown.add(model);
    }

    /** Adds a model that the others are measured against; its factor, if it has one, is added beside. */
    void addBase(ModelReference model) {
        bases.add(model);
    }

    /** Adds what others contribute, times a factor. */
    void addAll(Contributions others, double factor) {
        others.factors.forEach((model, own) -> add(model, own * factor));
        unknown.addAll(others.unknown);
        bases.addAll(others.bases);
    }

    /** These, with models that are merges themselves replaced by what those were made of. */
    Contributions unfolded(Function<ModelReference, Optional<Contributions>> made) {
        Contributions unfolded = new Contributions();
        factors.forEach((model, factor) -> made.apply(model)
                .ifPresentOrElse(of -> unfolded.addAll(of, factor), () -> unfolded.add(model, factor)));
        unknown.forEach(model -> made.apply(model)
                .ifPresentOrElse(of -> of.all().forEach(unfolded::addUnknown), () -> unfolded.addUnknown(model)));
        bases.forEach(model -> made.apply(model)
                .ifPresentOrElse(of -> of.all().forEach(unfolded::addBase), () -> unfolded.addBase(model)));
        return unfolded;
    }

    /** Factors that are known, in the order they are met. */
    Map<ModelReference, Double> factors() {
        return factors;
    }

    /** Models that contribute, how much nobody knows. */
    Set<ModelReference> unknown() {
        return unknown;
    }

    Set<ModelReference> bases() {
        return bases;
    }

    private Set<ModelReference> all() {
        Set<ModelReference> all = new LinkedHashSet<>(factors.keySet());
        all.addAll(unknown);
        all.addAll(bases);
        return all;
    }
}
