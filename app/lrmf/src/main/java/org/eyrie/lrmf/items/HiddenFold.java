package org.eyrie.lrmf.items;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.RunContext;

/**
 * What is learned where the outcomes of some models are hidden: columns, what skills are expected to be, and what relatives
 * pass on. None of it has seen an outcome of theirs.
 *
 * @param shared uncalibrated
 * @param asked some of the hidden models
 * @param words what relatives say of each of them
 */
@SuppressWarnings("ArrayRecordComponent") // read at once
record HiddenFold(ItemShared shared, int[] asked, List<Inheritance.Word> words) {

    /** From where the whole fit ended, this many sweeps forget a fold: each solves all columns anew. */
    private static final int SWEEPS = 5;

    /**
     * Learns.
     *
     * @param all what the fit went by
     * @param whole fit of all outcomes
     * @param hidden models
     * @param asked how many of them, the first, to ask relatives about
     * @return empty where it was cancelled
     */
    static Optional<HiddenFold> of(
            ItemFitInputs all, ItemEngine.Learned whole, int[] hidden, int asked, RunContext context) {
        boolean[] without = new boolean[all.models()];
        for (int u : hidden) {
            without[u] = true;
        }
        OutcomeSettings settings = brief(whole.shared().settings());
        try (ItemEngine.Learned refitted =
                all.without(without, whole, settings, context.heardBy((step, done, total) -> {}))) {
            if (context.progress().cancelled()) {
                return Optional.empty();
            }
            ItemResiduals residuals = all.residuals(refitted, without);
            Inheritance inheritance = all.inheritance(residuals);
            int[] some = Arrays.copyOf(hidden, asked);
            List<Inheritance.Word> words = Relatives.words(
                    residuals,
                    inheritance,
                    all.blocks(),
                    all.kinships(),
                    IntStream.of(some).map(u -> all.fieldRow()[u]).toArray());
            ForecastCalibration none = ForecastCalibration.none(all.blocks().benchmarks());
            return Optional.of(new HiddenFold(
                    new ItemShared(refitted.shared(), all.blocks(), all.scale(), inheritance, List.of(), none),
                    some,
                    words));
        }
    }

    private static OutcomeSettings brief(OutcomeSettings usual) {
        return new OutcomeSettings(
                usual.rank(),
                usual.kinship(),
                usual.founderRidge(),
                usual.ridge(),
                usual.interceptRidge(),
                usual.structural(),
                true,
                SWEEPS,
                usual.tolerance(),
                usual.seed());
    }
}
