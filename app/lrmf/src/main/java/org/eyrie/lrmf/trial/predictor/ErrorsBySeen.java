package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;

/** Errors by how many cells of the model were seen: the more, the smaller. */
final class ErrorsBySeen {

    private final Residuals[] residuals;

    /**
     * @param columns number of columns
     * @param most number of cells of the model with most of them
     */
    ErrorsBySeen(int columns, int most) {
        residuals = new Residuals[bucket(most) + 1];
        Arrays.setAll(residuals, bucket -> new Residuals(columns));
    }

    /** Takes note of a truth less its guess, which was made with that many other cells of the model. */
    void add(int seen, int column, double residual) {
        residuals[bucket(seen)].add(column, residual);
    }

    /** To be called once, when all errors are known. */
    void sort() {
        for (Residuals errors : residuals) {
            errors.sort();
        }
    }

    /** Errors of guesses made with that many cells, or, where there are none, with the next fewer. */
    Residuals of(int seen) {
        int bucket = Math.min(bucket(seen), residuals.length - 1);
        // With all of its cells seen, a model has no others: what is known with fewer is the best, if cautious, guess.
        while (bucket > 0 && residuals[bucket].isEmpty()) {
            bucket--;
        }
        return residuals[bucket];
    }

    /** Numbers of cells that are treated alike: 0, 1, 2, 3, 4 to 7, 8 to 15, ... */
    private static int bucket(int cells) {
        return cells < 4 ? cells : 2 + (31 - Integer.numberOfLeadingZeros(cells));
    }
}
