package org.eyrie.lrmf.prior;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;

/** Makes fields of lineages: a whole one, which decides what families share, or a family on what a fit has decided. */
public final class FieldPlan {

    private FieldPlan() {}

    /** The field of everything. Clades are shared; effects of authors and series
     * are where models of several families feel them. */
    public static LineageField whole(LineageGraph lineage, ModelTraits traits) {
        Parentage parentage = Parentage.of(lineage);
        Kin kin = Kin.of(traits, parentage);
        Set<NodeKey> shared = sharedEffects(lineage, traits, kin);
        Predicate<NodeKey> isShared = key -> !key.isPersonal() || shared.contains(key);
        return new FieldAssembly(traits, parentage, kin, TermClasses.of(parentage), FixedEffects.open(), isShared, true)
                .assemble();
    }

    /**
     * The field of a family. Shared nodes stand at the boundary, without terms of their own; a clade the fit does not
     * know is the family's own.
     */
    public static LineageField family(
            LineageGraph lineage, ModelTraits traits, TermClasses classes, FixedEffects drifts, Set<NodeKey> shared) {
        Parentage parentage = Parentage.of(lineage);
        Kin kin = Kin.of(traits, parentage);
        return new FieldAssembly(traits, parentage, kin, classes, drifts, shared::contains, false).assemble();
    }

    /** The same by a dictionary that the families agreed on. */
    public static LineageField family(LineageGraph lineage, ModelTraits traits, SharedDictionary dictionary) {
        return family(lineage, traits, dictionary.classes(), dictionary.effects(), dictionary.known());
    }

    /** The terms of the shared nodes themselves, which belong to no family; nodes are numbered as in the dictionary. */
    public static PenaltyTerms shared(SharedDictionary dictionary) {
        PenaltyTerms.Builder terms =
                new PenaltyTerms.Builder(dictionary.classes().size(), 2);
        for (NodeKey key : dictionary.nodes()) {
            terms.term(dictionary.classes().indexOf(TermClass.of(TermKind.of(key.kind()))), 1)
                    .add(dictionary.numberOf(key), 1);
            for (NodeKey above : key.above()) {
                terms.add(dictionary.numberOf(above), -1);
            }
        }
        return terms.build();
    }

    private static Set<NodeKey> sharedEffects(LineageGraph lineage, ModelTraits traits, Kin kin) {
        int[] component = Components.of(lineage);
        Map<NodeKey, Integer> home = new HashMap<>();
        Set<NodeKey> shared = new HashSet<>();
        for (int u = 0; u < lineage.models(); u++) {
            if (traits.author()[u] >= 0) {
                int author = traits.author()[u];
                settle(NodeKey.author(author, kin.architecture[u], kin.size[u]), component[u], home, shared);
                int series = traits.series()[u];
                settle(NodeKey.series(author, series, kin.architecture[u], kin.size[u]), component[u], home, shared);
            }
        }
        return shared;
    }

    private static void settle(NodeKey key, int component, Map<NodeKey, Integer> home, Set<NodeKey> shared) {
        Integer first = home.putIfAbsent(key, component);
        if (first != null && first != component) {
            shared.add(key);
        }
    }
}
