package org.eyrie.lrmf.items;

/**
 * What a model would score on all items of a benchmark.
 *
 * @param mean expected share of items answered correctly, 0 to 1
 * @param lower lower end of the interval, never below what the observed items have settled
 * @param upper upper end, likewise
 * @param level share of truths that such intervals contain
 * @param observed number of items whose outcome is known
 * @param items number of all items
 */
public record BenchmarkForecast(double mean, double lower, double upper, double level, int observed, int items) {

    /** Width of the interval. */
    public double width() {
        return upper - lower;
    }
}
