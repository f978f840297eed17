package org.eyrie.lrmf.items;

import java.util.stream.IntStream;
import org.eyrie.lrmf.LineageGraph;
import org.eyrie.lrmf.binomial.FamilySkills;
import org.eyrie.lrmf.binomial.OutcomeTable;
import org.eyrie.lrmf.fit.Ability;
import org.eyrie.lrmf.fit.FamilyPosterior;

/** A family, or several, solved with what an item fit learned; some models' own outcomes are kept from it. */
public final class ItemFamily {

    private final ItemShared shared;
    private final FamilyPosterior field;
    private final int[] fieldRow;
    private final Ability[] abilities;
    private final FamilySkills skills;

    /**
     * Solves.
     *
     * @param lineage relations numbered as in the fit
     * @param fieldRow row of each of its models in the field
     * @param field of whole benchmarks
     * @param seen outcomes, columns as in the fit
     * @param asked models whose own outcomes come in later, by {@link #of}
     */
    ItemFamily(
            ItemShared shared,
            LineageGraph lineage,
            int[] fieldRow,
            FamilyPosterior field,
            OutcomeTable seen,
            boolean[] asked) {
        this.shared = shared;
        this.field = field;
        this.fieldRow = fieldRow;
        this.abilities = IntStream.range(0, lineage.models())
                .mapToObj(u -> field.ability(fieldRow[u], column -> true))
                .toArray(Ability[]::new);
        this.skills = FamilySkills.solve(
                shared.outcomes, lineage, shared.scale.covariates(abilities), seen.without(asked), FamilySkills.QUICK);
    }

    /**
     * What is known of one of the models asked about.
     *
     * @param own outcomes of the model, as row {@code row}; scores on the same benchmarks are then left out, because
     *     they say the same once more
     */
    ModelItems of(int model, OutcomeTable own, int row) {
        Ownership scores = new Ownership(shared.blocks, own, row);
        Ability now = field.ability(fieldRow[model], scores::covers);
        int others = field.ownScores(fieldRow[model]) - scores.scored(field, fieldRow[model]);
        ModelItems fresh = new ModelItems(
                shared,
                shared.link.moved(skills.posterior(model), abilities[model], now),
                others > 0 ? Standing.INFORMED : Standing.COLD,
                new byte[0][]);
        return fresh.given(own, row);
    }
}
