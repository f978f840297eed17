package org.eyrie.model;

/**
 * How predictions stood the test of scores that came after they were made, of one benchmark: the one check of intervals that
 * nobody can tune to.
 *
 * @param benchmark on what
 * @param scores how many came
 * @param held share of them that lay within the interval, to be held against {@code level}
 * @param level what the intervals promised, on average
 * @param meanError by how much they were above what was predicted, on average
 * @param rmse root of the mean squared error
 */
public record Hindsight(BenchmarkId benchmark, long scores, double held, double level, double meanError, double rmse) {

    /** From sums over the scores. */
    public static Hindsight of(
            BenchmarkId benchmark, long scores, double held, double level, double errors, double squares) {
        return new Hindsight(
                benchmark, scores, held / scores, level / scores, errors / scores, Math.sqrt(squares / scores));
    }
}
