package org.eyrie.lrmf.items;

import java.util.Arrays;
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

    /** Number of latent skills d. */
    public int rank() {
        return outcomes.settings().rank();
    }

    /**
     * What is known of one model's items, from its own outcomes, those of its relatives and the field.
     *
     * @param lineage of its family, relations numbered as in the fit
     * @param field of the same family, its models numbered alike
     * @param seen outcomes of the family, columns as in the fit
     * @param model whose
     */
    public ModelItems solve(LineageGraph lineage, FamilyPosterior field, OutcomeTable seen, int model) {
        boolean[] asked = new boolean[lineage.models()];
        asked[model] = true;
        // relatives without outcomes say nothing, unless they lie between
        int[] rows = Kindred.rows(lineage, seen, asked);
        boolean[] left = new boolean[rows.length];
        int self = Arrays.binarySearch(rows, model);
        left[self] = true;
        return new ItemFamily(this, Kindred.of(lineage, rows), rows, field, seen.ofRows(rows), left)
                .of(self, seen, model);
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
