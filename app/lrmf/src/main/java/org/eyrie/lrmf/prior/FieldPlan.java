package org.eyrie.lrmf.prior;

import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;

/** Makes fields of lineages: a whole one, which decides what families share, or a family on what a fit has decided. */
public final class FieldPlan {

    private FieldPlan() {}

    /**
     * The field of everything. Clades are shared; effects of authors and series are where models of several families feel
     * them.
     */
    public static LineageField whole(LineageGraph lineage, ModelTraits traits) {
        return assembled(lineage, traits, FamilyCensus.of(lineage, traits).dictionary(), true);
    }

    /**
     * The field of a family. Shared nodes stand at the boundary, without terms of their own; a clade the fit does not
     * know is the family's own.
     *
     * @param dictionary what all families agreed on
     */
    public static LineageField family(LineageGraph lineage, ModelTraits traits, SharedDictionary dictionary) {
        return assembled(lineage, traits, dictionary, false);
    }

    private static LineageField assembled(
            LineageGraph lineage, ModelTraits traits, SharedDictionary dictionary, boolean whole) {
        Parentage parentage = Parentage.of(lineage);
        return new FieldAssembly(traits, parentage, Kin.of(traits, parentage), dictionary, whole).assemble();
    }

    /** The terms of the shared nodes themselves, which belong to no family; nodes are numbered as in the dictionary. */
    @SuppressWarnings("exports") // for within the module
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
}
