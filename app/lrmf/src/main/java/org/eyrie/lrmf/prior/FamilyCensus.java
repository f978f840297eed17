package org.eyrie.lrmf.prior;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;

/**
 * What families have that others may have too, counted, so that all can agree on one {@link SharedDictionary}: how many
 * derivations there are of each class, which fixed effects, which nodes, and of authors and series how many families feel
 * them. That of all families is the sum of theirs, and the dictionary does not depend on its order.
 */
public final class FamilyCensus {

    private static final Comparator<TermClass> BY_RELATION =
            Comparator.comparingInt(TermClass::relation).thenComparingInt(TermClass::parents);

    private static final Comparator<FixedEffect> BY_KIND = Comparator.comparingInt(
                    (FixedEffect effect) -> effect.kind().code())
            .thenComparing(FixedEffect::derived)
            .thenComparingInt(FixedEffect::relation)
            .thenComparingInt(FixedEffect::category);

    private static final Comparator<NodeKey> BY_KEY = Comparator.comparingInt(
                    (NodeKey key) -> key.kind().code())
            .thenComparingInt(NodeKey::first)
            .thenComparingInt(NodeKey::second)
            .thenComparingInt(NodeKey::third)
            .thenComparingInt(NodeKey::fourth);

    private final TreeMap<TermClass, Integer> derivations = new TreeMap<>(BY_RELATION);
    private final Set<FixedEffect> effects = new HashSet<>();
    private final Set<NodeKey> common = new HashSet<>();
    private final Map<NodeKey, Integer> personal = new HashMap<>();

    private FamilyCensus() {}

    /** Of one or more whole connected components of a lineage, each of which counts as a family. */
    public static FamilyCensus of(LineageGraph lineage, ModelTraits traits) {
        Parentage parentage = Parentage.of(lineage);
        return of(lineage, traits, parentage, Kin.of(traits, parentage));
    }

    static FamilyCensus of(LineageGraph lineage, ModelTraits traits, Parentage parentage, Kin kin) {
        FamilyCensus census = new FamilyCensus();
        FixedEffects open = FixedEffects.open();
        census.countDerivations(parentage);
        SharedDictionary nothing =
                new SharedDictionary(TermClasses.of(census.derivations), open, List.of(), Timeline.NONE);
        for (NodeKey key : new FieldAssembly(traits, parentage, kin, nothing, true).keys()) {
            if (!key.isPersonal()) {
                census.common.add(key);
            }
        }
        census.effects.addAll(open.list());
        census.countPersonal(traits, kin, Components.of(lineage));
        return census;
    }

    private void countDerivations(Parentage parentage) {
        for (int u = 0; u < parentage.models(); u++) {
            if (parentage.count(u) > 0) {
                derivations.merge(parentage.derivation(u), 1, Integer::sum);
            }
        }
    }

    private void countPersonal(ModelTraits traits, Kin kin, int[] component) {
        Map<NodeKey, Set<Integer>> homes = new HashMap<>();
        for (int u = 0; u < component.length; u++) {
            int author = traits.author()[u];
            if (author >= 0) {
                NodeKey ofAuthor = NodeKey.author(author, kin.architecture[u], kin.size[u]);
                homes.computeIfAbsent(ofAuthor, key -> new HashSet<>()).add(component[u]);
                int series = traits.series()[u];
                if (series >= 0) {
                    NodeKey ofSeries = NodeKey.series(author, series, kin.architecture[u], kin.size[u]);
                    homes.computeIfAbsent(ofSeries, key -> new HashSet<>()).add(component[u]);
                }
            }
        }
        homes.forEach((key, families) -> personal.put(key, families.size()));
    }

    /** Of both together, which have no family in common. */
    public FamilyCensus plus(FamilyCensus other) {
        FamilyCensus both = new FamilyCensus();
        for (FamilyCensus one : List.of(this, other)) {
            one.derivations.forEach((key, count) -> both.derivations.merge(key, count, Integer::sum));
            one.personal.forEach((key, count) -> both.personal.merge(key, count, Integer::sum));
            both.effects.addAll(one.effects);
            both.common.addAll(one.common);
        }
        return both;
    }

    /**
     * What the families agree on: effects of authors and series are shared where several families feel them.
     *
     * @param timeline of all families' measured models
     */
    public SharedDictionary dictionary(Timeline timeline) {
        Set<NodeKey> shared = new HashSet<>(common);
        personal.forEach((key, families) -> {
            if (families > 1) {
                shared.add(key);
            }
        });
        return new SharedDictionary(
                TermClasses.of(derivations),
                FixedEffects.closed(effects.stream().sorted(BY_KIND).toList()),
                shared.stream().sorted(BY_KEY).toList(),
                timeline);
    }
}
