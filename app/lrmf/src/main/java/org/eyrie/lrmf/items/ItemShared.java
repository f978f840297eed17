package org.eyrie.lrmf.items;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.SkillPosterior;
import org.eyrie.lrmf.posterior.Ability;
import org.eyrie.lrmf.posterior.FamilyPosterior;

/**
 * What an item fit learned and all families share: the items, how skills follow from abilities and relatives, and how
 * forecasts err. Belongs to the field it was fitted with.
 */
public final class ItemShared {

    final OutcomeShared outcomes;
    final ItemBlocks blocks;
    final AbilityScale scale;
    final AbilityLink link;
    final Inheritance inheritance;
    final List<KnownRelative> mates;
    final ForecastCalibration calibration;

    ItemShared(
            OutcomeShared outcomes,
            ItemBlocks blocks,
            AbilityScale scale,
            Inheritance inheritance,
            List<KnownRelative> mates,
            ForecastCalibration calibration) {
        this.outcomes = outcomes;
        this.blocks = blocks;
        this.scale = scale;
        this.link = new AbilityLink(scale, outcomes);
        this.inheritance = inheritance;
        this.mates = List.copyOf(mates);
        this.calibration = calibration;
    }

    public ItemBlocks blocks() {
        return blocks;
    }

    /** Log-odds with which models in general answer each item of a benchmark, for {@link PartialScore}. */
    public double[] usualLogits(int benchmark) {
        return IntStream.of(blocks.columnsOf(benchmark))
                .mapToDouble(outcomes::usualLogit)
                .toArray();
    }

    /** Number of latent skills d. */
    public int rank() {
        return outcomes.settings().rank();
    }

    /**
     * What is known of one model's items, from its own outcomes, its relatives' and the field.
     *
     * @param field of its family
     * @param seen outcomes of the family, rows as in the field, columns as in the fit
     * @param model whose
     * @param mateRow rows in the field of the models that the fit remembers, -1 for one that is not there
     */
    public ModelItems solve(FamilyPosterior field, OutcomeTable seen, int model, int[] mateRow) {
        if (mateRow.length != mates.size()) {
            throw new IllegalArgumentException(
                    "Rows of " + mateRow.length + " models, where the fit remembers " + mates.size());
        }
        List<Integer> known = IntStream.range(0, seen.rows())
                .filter(u -> u != model && seen.cells(u) > 0)
                .boxed()
                .toList();
        List<KnownRelative> strangers = IntStream.range(0, mateRow.length)
                .filter(k -> mateRow[k] < 0)
                .mapToObj(mates::get)
                .toList();
        Relatives relatives = new Relatives(
                inheritance,
                blocks,
                new Kinships(field),
                known,
                relative -> remainder(field, seen, relative),
                strangers);
        Inheritance.Word word = relatives.of(model);
        ItemizedBenchmarks scores = new ItemizedBenchmarks(blocks, seen, model);
        int others = field.ownScores(model) - scores.scored(field, model);
        return fresh(field, model, scores::covers, others > 0 ? ColdOrInformed.INFORMED : ColdOrInformed.COLD, word)
                .given(seen, model);
    }

    private ItemResidual remainder(FamilyPosterior field, OutcomeTable seen, int model) {
        ModelItems known = fresh(field, model, column -> true, ColdOrInformed.COLD, unheard())
                .given(seen, model);
        return ItemResidual.of(known.skills(), link.expected(field.ability(model, column -> false)), seen, model);
    }

    /**
     * What is known of a model's items before any of them was run.
     *
     * @param without columns of the field whose own scores must not be used
     */
    ModelItems fresh(
            FamilyPosterior field, int model, IntPredicate without, ColdOrInformed standing, Inheritance.Word word) {
        Ability alone = field.ability(model, column -> true);
        SkillPosterior expected = link.prior(alone).shifted(word.shift()).offsetBy(word.offset());
        SkillPosterior skills = link.moved(expected, alone, field.ability(model, without));
        return new ModelItems(this, skills, standing);
    }

    /** No word of any relative. */
    Inheritance.Word unheard() {
        return inheritance.word(new ItemResidual[0], new int[0], new int[0][], blocks);
    }

    /** This as bytes, for {@link #fromBytes}. */
    public byte[] toBytes() {
        return ItemCodec.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are foreign, truncated, or of a version this program does not read
     */
    public static ItemShared fromBytes(byte[] bytes) {
        return ItemCodec.read(bytes);
    }
}
