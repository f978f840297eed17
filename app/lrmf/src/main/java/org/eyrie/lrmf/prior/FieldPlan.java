package org.eyrie.lrmf.prior;

import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;

/** Makes fields of lineages: a whole one, which decides what families share, or a family on what a fit has decided. */
public final class FieldPlan {

    private static final Parentage NO_LINEAGE =
            Parentage.of(new LineageGraph(0, 1, new int[0], new int[0], new int[0], new double[0]));
    private static final ModelTraits NO_TRAITS = new ModelTraits(
            new int[0], new int[0], new int[0], new int[0], new int[0], new int[0], new double[0], new double[0]);

    private FieldPlan() {}

    /**
     * The field of everything. Clades are shared; effects of authors and series are where models of several families feel
     * them.
     *
     * @param timeline of the measured models
     */
    public static LineageField whole(LineageGraph lineage, ModelTraits traits, Timeline timeline) {
        Parentage parentage = Parentage.of(lineage);
        Kin kin = Kin.of(traits, parentage);
        SharedDictionary dictionary =
                FamilyCensus.of(lineage, traits, parentage, kin).dictionary(timeline);
        return new FieldAssembly(traits, parentage, kin, dictionary, true).assemble();
    }

    /**
     * The field of a family. Shared nodes stand at the boundary, without terms of their own; a clade the fit does not
     * know is the family's own.
     *
     * @param dictionary what all families agreed on
     */
    public static LineageField family(LineageGraph lineage, ModelTraits traits, SharedDictionary dictionary) {
        return family(lineage, traits, dictionary, 0);
    }

    /**
     * The same of a family with models that do not exist yet.
     *
     * @param planned how many of the models, the first: they say nothing of others
     */
    public static LineageField family(
            LineageGraph lineage, ModelTraits traits, SharedDictionary dictionary, int planned) {
        Parentage parentage = Parentage.of(lineage);
        Kin kin = Kin.of(traits, parentage, planned);
        return new FieldAssembly(traits, parentage, kin, dictionary, false).assemble();
    }

    /** The terms of the shared nodes themselves, which belong to no family; nodes are numbered as in the dictionary. */
    @SuppressWarnings("exports") // for within the module
    public static PenaltyTerms shared(SharedDictionary dictionary) {
        return new FieldAssembly(NO_TRAITS, NO_LINEAGE, Kin.of(NO_TRAITS, NO_LINEAGE), dictionary, true)
                .assemble()
                .terms();
    }
}
