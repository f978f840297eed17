package org.eyrie.model;

/**
 * A predicted score of a model, as kept in the graph.
 *
 * @param model whose
 * @param benchmark on what
 * @param mean expected score, 0 to 1
 * @param lower lower end of the interval, 0 to {@code mean}
 * @param upper upper end of the interval, {@code mean} to 1
 * @param level share of truths that such intervals contain, such as 0.9
 * @param fit the fit it comes from
 */
public record Prediction(
        ModelId model, BenchmarkId benchmark, double mean, double lower, double upper, double level, FitId fit) {

    public Prediction {
        if (!(0 <= lower && lower <= mean && mean <= upper && upper <= 1)) {
            throw new IllegalArgumentException("A prediction must hold 0 <= lower <= mean <= upper <= 1: " + lower
                    + ", " + mean + ", " + upper + " for " + model + " on " + benchmark);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The level of an interval must be between 0 and 1: " + level);
        }
    }
}
