package org.eyrie.engine.evidence;

/**
 * What a prediction rests on.
 *
 * @param relativesMeasured relatives within reach that were measured on the same benchmark
 * @param relativesMeasuredElsewhere relatives within reach that were measured on anything
 * @param ownScores the model's own scores that were used
 * @param architectureKnown whether measured models share its architecture
 * @param architectureMeasured in how many families a model of its architecture was measured on the same benchmark
 * @param measuredTogether how many families the fit has seen measured both on the benchmark and on one where this model,
 *     a relative or its architecture was measured: by them a score on one says something of the other
 * @param benchmarkMeasured in how many families any model was measured on the benchmark
 */
public record Evidence(
        int relativesMeasured,
        int relativesMeasuredElsewhere,
        int ownScores,
        boolean architectureKnown,
        int architectureMeasured,
        int measuredTogether,
        int benchmarkMeasured) {

    // Where a benchmark was measured on few families, it was measured on chosen ones: reasoning benchmarks on reasoning
    // models. What the fit then takes for the spread of all models is that of the few.
    private static final int FEW_OF_ARCHITECTURE = 3;
    private static final int FEW_TOGETHER = 8;

    // What loadings of a benchmark of so few scores are not sure of is in the interval.
    private static final int FEW_SCORES = 3;

    /** Whether there is none, so that a number would be a guess. */
    public boolean none() {
        return nothingKnown() || unlinked();
    }

    /** Whether there is no own score, no measured relative and no measured model of the same architecture. */
    public boolean nothingKnown() {
        return relativesMeasuredElsewhere == 0 && ownScores == 0 && !architectureKnown;
    }

    /**
     * Whether what is known says nothing of this benchmark, since no relative and few other families were measured, and
     * the model and the benchmark do not have three scores each.
     */
    public boolean unlinked() {
        return relativesMeasured == 0
                && architectureMeasured < FEW_OF_ARCHITECTURE
                && measuredTogether < FEW_TOGETHER
                && (ownScores < FEW_SCORES || benchmarkMeasured < FEW_SCORES);
    }

    /** Whether only models of the same architecture say anything. */
    public boolean onlyArchitecture() {
        return relativesMeasuredElsewhere == 0 && ownScores == 0 && architectureKnown;
    }

    /** Whether nothing like the model was measured on the benchmark, neither a relative nor its architecture. */
    public boolean carriedOver() {
        return relativesMeasured == 0 && architectureMeasured == 0;
    }
}
