package org.eyrie.sources.mergekit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * The parents that contributions make: one a model, shares between 0 and 1.
 *
 * <p>A share is a part of what is added up. What is subtracted has none, and it is said.
 *
 * @param parents in the order they are met
 * @param notes what a person should know of them
 */
record Parents(List<MergeRecipe.Parent> parents, List<String> notes) {

    private static final double NOTHING = 1e-9;

    /** Layers are added up, and what that does to the last digits is nobody's news. */
    private static final double EXACT = 1e12;

    static Parents of(Contributions contributions) {
        Map<ModelId, MergeRecipe.Parent> parents = new LinkedHashMap<>();
        Set<ModelReference> adapters = new LinkedHashSet<>();
        Map<ModelId, Double> factors = new LinkedHashMap<>();
        contributions.factors().forEach((model, factor) -> factors.merge(model.id(), factor, Double::sum));
        contributions.factors().keySet().forEach(model -> take(model, MergeRecipe.Role.MERGED, parents, adapters));
        contributions.unknown().forEach(model -> {
            factors.put(model.id(), Double.NaN);
            take(model, MergeRecipe.Role.MERGED, parents, adapters);
        });
        contributions.bases().forEach(model -> take(model, MergeRecipe.Role.BASE, parents, adapters));
        double scale = scale(factors);
        List<String> notes = new ArrayList<>();
        parents.replaceAll((id, parent) -> weighed(parent, factors.get(id), scale, notes));
        for (ModelReference adapter : adapters) {
            take(adapter, MergeRecipe.Role.ADAPTER, parents, new LinkedHashSet<>());
        }
        return new Parents(new ArrayList<>(parents.values()), notes);
    }

    // One model may stand in several slices, or under several revisions: there is one edge to it.
    private static void take(
            ModelReference model,
            MergeRecipe.Role role,
            Map<ModelId, MergeRecipe.Parent> parents,
            Set<ModelReference> adapters) {
        ModelId id = model.id();
        MergeRecipe.Parent known = parents.get(id);
        if (role != MergeRecipe.Role.ADAPTER || known == null) {
            String revision = known == null || known.revision() == null ? model.revision() : known.revision();
            parents.put(id, new MergeRecipe.Parent(id, null, role, revision));
        }
        if (model.lora() != null) {
            adapters.add(model.lora());
        }
    }

    // What is added up is made to be one, but for what unknown shares may have of it.
    private static double scale(Map<ModelId, Double> factors) {
        double sum = factors.values().stream()
                .filter(factor -> factor > 0)
                .mapToDouble(factor -> factor)
                .sum();
        boolean whole = factors.values().stream().noneMatch(factor -> factor.isNaN());
        return sum > 1 || (whole && sum > 0) ? sum : 1;
    }

    private static MergeRecipe.Parent weighed(
            MergeRecipe.Parent parent, @Nullable Double factor, double scale, List<String> notes) {
        if (factor == null || factor.isNaN()) {
            return parent;
        }
        if (factor < -NOTHING) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s is subtracted (%.4g): it is a parent without a share, and the shares are parts of what is added",
                    parent.model(),
                    factor));
            return parent;
        }
        double share = Math.round(Math.max(0, factor) / scale * EXACT) / EXACT;
        return new MergeRecipe.Parent(parent.model(), Math.min(1, share), parent.role(), parent.revision());
    }
}
