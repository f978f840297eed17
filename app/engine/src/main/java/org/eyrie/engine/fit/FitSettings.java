package org.eyrie.engine.fit;

/**
 * What a person may decide about a fit; all else is learned from the data.
 *
 * @param seed of all randomness; equal seeds and data give equal fits
 * @param ties which items are expected to be alike
 */
public record FitSettings(long seed, ItemTies ties) {

    public static final FitSettings USUAL = new FitSettings(1);

    /** Items of one benchmark are alike. */
    public FitSettings(long seed) {
        this(seed, ItemTies.USUAL);
    }
}
