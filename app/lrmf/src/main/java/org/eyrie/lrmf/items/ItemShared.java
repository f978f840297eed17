package org.eyrie.lrmf.items;

import java.util.stream.IntStream;
import org.eyrie.lrmf.LineageGraph;
import org.eyrie.lrmf.binomial.OutcomeShared;
import org.eyrie.lrmf.binomial.OutcomeTable;
import org.eyrie.lrmf.fit.FamilyPosterior;

/**
 * What an item fit learned and all families share: the items, how skills follow from abilities and lineage, and how
 * forecasts err. Belongs to the field it was fitted with.
 */
public final class ItemShared {

    final OutcomeShared outcomes;
    final ItemBlocks blocks;
    final AbilityScale scale;
    final AbilityLink link;
    final ForecastCalibration calibration;

    ItemShared(OutcomeShared outcomes, ItemBlocks blocks, AbilityScale scale, ForecastCalibration calibration) {
        this.outcomes = outcomes;
        this.blocks = blocks;
        this.scale = scale;
        this.link = new AbilityLink(scale, outcomes);
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
     * What is known of one model's items, from its own outcomes and the field.
     *
     * @param field of its family
     * @param seen outcomes of the family, columns as in the fit
     * @param model whose
     */
    public ModelItems solve(FamilyPosterior field, OutcomeTable seen, int model) {
        OutcomeTable own = seen.ofRows(new int[] {model});
        LineageGraph alone = ItemProblem.strangers(1, outcomes.relations());
        return new ItemFamily(this, alone, new int[] {model}, field, own, new boolean[] {true}).of(0, own, 0);
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
