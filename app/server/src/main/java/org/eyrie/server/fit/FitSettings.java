package org.eyrie.server.fit;

/**
 * What a person may decide about a fit; all else is learned from the data.
 *
 * @param seed of all randomness; equal seeds and data give equal fits
 */
public record FitSettings(long seed) {

    public static final FitSettings USUAL = new FitSettings(1);
}
