package org.eyrie.server.fit;

/**
 * What a person may decide about a fit; all else is learned.
 *
 * @param preset which method
 * @param seed of all randomness
 */
public record FitSettings(Preset preset, long seed) {

    public static final FitSettings USUAL = new FitSettings(Preset.LEARNED, 1);

    /** Which method fits. */
    public enum Preset {
        /** Strengths, prior and noise learned from the data. */
        LEARNED,
        /** LRMF as published (arXiv 2504.19811): the baseline. */
        PAPER
    }
}
