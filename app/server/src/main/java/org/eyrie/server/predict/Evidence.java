package org.eyrie.server.predict;

/**
 * What a prediction rests on.
 *
 * @param relativesMeasured relatives within reach that were measured on the same benchmark
 * @param relativesMeasuredElsewhere relatives within reach that were measured on anything
 * @param ownScores the model's own scores that were used
 * @param architectureKnown whether measured models share its architecture
 */
public record Evidence(
        int relativesMeasured, int relativesMeasuredElsewhere, int ownScores, boolean architectureKnown) {

    /** Whether there is none: no own score, no measured relative, no measured model of the same architecture. */
    public boolean none() {
        return relativesMeasuredElsewhere == 0 && ownScores == 0 && !architectureKnown;
    }

    /** Whether only models of the same architecture say anything. */
    public boolean onlyArchitecture() {
        return relativesMeasuredElsewhere == 0 && ownScores == 0 && architectureKnown;
    }
}
