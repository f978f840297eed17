package org.eyrie.lrmf.outcomes;

/**
 * A model's expected score on a whole benchmark, from what is known of its skills and from those items it has already
 * answered.
 *
 * @param mean expected share of items answered correctly, 0 to 1
 * @param deviation standard deviation of that share: what the skills leave open and what chance leaves open
 */
public record ScoreForecast(double mean, double deviation) {

    /**
     * The forecast of a benchmark.
     *
     * @param item columns of the benchmark's items, at least one
     * @param outcome what is known of each: 1 correct, 0 wrong, -1 not seen
     */
    public static ScoreForecast of(SkillPosterior skills, int[] item, byte[] outcome) {
        if (item.length == 0 || item.length != outcome.length) {
            throw new IllegalArgumentException(item.length + " items with " + outcome.length + " outcomes");
        }
        double[] slope = new double[skills.rank()];
        double expected = 0;
        double chance = 0;
        for (int c = 0; c < item.length; c++) {
            if (outcome[c] >= 0) {
                expected += outcome[c];
                continue;
            }
            double p = skills.probability(item[c]);
            expected += p;
            chance += p * (1 - p);
            for (int k = 0; k < slope.length; k++) {
                slope[k] += p * (1 - p) * skills.loading(item[c], k);
            }
        }
        double variance = chance + quadratic(skills.covariance(), slope);
        return new ScoreForecast(expected / item.length, Math.sqrt(variance) / item.length);
    }

    /** v' A v of a d x d matrix. */
    static double quadratic(double[] matrix, double[] v) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            for (int k = 0; k < v.length; k++) {
                sum += matrix[j * v.length + k] * v[j] * v[k];
            }
        }
        return sum;
    }
}
