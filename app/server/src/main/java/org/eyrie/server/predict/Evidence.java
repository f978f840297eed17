package org.eyrie.server.predict;

/**
 * What a prediction rests on.
 *
 * @param relativesMeasured relatives within reach that were measured on the same benchmark
 * @param relativesMeasuredElsewhere relatives within reach that were measured on anything
 * @param ownScores the model's own scores that were used
 * @param architectureKnown whether measured models share its architecture
 * @param architectureMeasured whether such models were measured on the same benchmark
 */
public record Evidence(
        int relativesMeasured,
        int relativesMeasuredElsewhere,
        int ownScores,
        boolean architectureKnown,
        boolean architectureMeasured) {

    /** Whether there is none: no own score, no measured relative, no measured model of the same architecture. */
    public boolean none() {
        return relativesMeasuredElsewhere == 0 && ownScores == 0 && !architectureKnown;
    }

    /** Whether only models of the same architecture say anything. */
    public boolean onlyArchitecture() {
        return relativesMeasuredElsewhere == 0 && ownScores == 0 && architectureKnown;
    }

    /** Whether nothing like the model was measured on the benchmark, neither a relative nor its architecture. */
    public boolean carriedOver() {
        return relativesMeasured == 0 && !architectureMeasured;
    }
}
