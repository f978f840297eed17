package org.eyrie.lrmf.outcomes;

/**
 * What is known of the models besides outcomes and lineage: skills are expected to be linear in it.
 *
 * @param count q, numbers per model
 * @param value n x q, row by row, best of mean 0 and variance 1
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record Covariates(int count, double[] value) {

    /** Nothing else is known. */
    public static final Covariates NONE = new Covariates(0, new double[0]);

    public Covariates {
        if (count < 0 || (count > 0 && value.length % count != 0)) {
            throw new IllegalArgumentException(value.length + " numbers are no whole rows of " + count);
        }
    }

    void check(int models) {
        if (count > 0 && value.length != models * count) {
            throw new IllegalArgumentException(
                    value.length + " numbers are not " + count + " for each of " + models + " models");
        }
    }
}
