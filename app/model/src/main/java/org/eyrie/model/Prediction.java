package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/**
 * A predicted score of a model, as kept in the graph.
 *
 * @param model whose
 * @param benchmark on what
 * @param mean expected score, 0 to 1, from all that is known: where the cell was measured, of a repetition
 * @param lower lower end of the interval, 0 to {@code mean}
 * @param upper upper end of the interval, {@code mean} to 1
 * @param level share of truths that such intervals contain, such as 0.9
 * @param fit the fit it comes from
 * @param leftOut the same without the cell's own measurement, which is what a measurement may be held against; null where
 *     nothing was measured, or nothing else says anything
 */
public record Prediction(
        ModelId model,
        BenchmarkId benchmark,
        double mean,
        double lower,
        double upper,
        double level,
        FitId fit,
        @Nullable LeftOut leftOut) {

    public Prediction {
        require(lower, mean, upper, model, benchmark);
        if (leftOut != null) {
            require(leftOut.lower(), leftOut.mean(), leftOut.upper(), model, benchmark);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The level of an interval must be between 0 and 1: " + level);
        }
    }

    /** The same with what is predicted without the cell's own measurement alone, where it was measured. */
    public Prediction withoutOwn() {
        return leftOut == null
                ? this
                : new Prediction(
                        model, benchmark, leftOut.mean(), leftOut.lower(), leftOut.upper(), level, fit, leftOut);
    }

    private static void require(double lower, double mean, double upper, ModelId model, BenchmarkId benchmark) {
        if (!(0 <= lower && lower <= mean && mean <= upper && upper <= 1)) {
            throw new IllegalArgumentException("A prediction must hold 0 <= lower <= mean <= upper <= 1: " + lower
                    + ", " + mean + ", " + upper + " for " + model + " on " + benchmark);
        }
    }

    /**
     * What is predicted without the cell's own measurement.
     *
     * @param mean expected score, 0 to 1
     * @param lower lower end of the interval of the same level, 0 to {@code mean}
     * @param upper upper end, {@code mean} to 1
     */
    public record LeftOut(double mean, double lower, double upper) {}
}
