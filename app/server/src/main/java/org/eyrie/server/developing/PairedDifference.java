package org.eyrie.server.developing;

import java.util.Arrays;
import java.util.Random;

/**
 * How much better one policy's choices were than a rival's on test items, seed by seed.
 *
 * @param policy whose score is the first
 * @param rival whose is taken away
 * @param budget of both, in item evaluations
 * @param mean of the differences, in shares
 * @param lower of its interval of 95 %, by bootstrap over seeds
 * @param upper of its interval of 95 %
 * @param won share of the seeds in which the policy was ahead, draws counting half
 * @param seeds how many
 */
public record PairedDifference(
        String policy, String rival, long budget, double mean, double lower, double upper, double won, int seeds) {

    private static final int DRAWS = 10_000;
    private static final double TAIL = .025;

    static PairedDifference of(String policy, String rival, long budget, double[] differences) {
        int count = differences.length;
        Random random = new Random(count);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < count; i++) {
                means[draw] += differences[random.nextInt(count)] / count;
            }
        }
        Arrays.sort(means);
        double won = 0;
        for (double difference : differences) {
            won += difference > 0 ? 1 : difference == 0 ? .5 : 0;
        }
        return new PairedDifference(
                policy,
                rival,
                budget,
                Arrays.stream(differences).average().orElse(Double.NaN),
                means[(int) (TAIL * DRAWS)],
                means[(int) ((1 - TAIL) * DRAWS) - 1],
                won / count,
                count);
    }
}
