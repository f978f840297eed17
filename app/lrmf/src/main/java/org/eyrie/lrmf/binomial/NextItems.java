package org.eyrie.lrmf.binomial;

import java.util.Arrays;

/**
 * Which items to run next, so that the forecast of a benchmark gains most per unit of cost: one after the other, each
 * time the item whose outcome shrinks the variance of the benchmark's score most, as if the earlier ones were known.
 * The variance does not depend on how an item turns out, only on how informative it is, so the plan is made at once.
 */
public final class NextItems {

    private NextItems() {}

    /**
     * What to run.
     *
     * @param position in the items asked about, the most useful first
     * @param deviation of the benchmark's share of successes that is left after each step
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once
    public record Plan(int[] position, double[] deviation) {}

    /** Positions alone of {@link #plan}. */
    public static int[] choose(SkillPosterior skills, int[] item, byte[] outcome, double[] cost, int count) {
        return plan(skills, item, outcome, cost, count).position();
    }

    /**
     * A plan.
     *
     * @param item columns of the benchmark's items
     * @param outcome what is known of each: 1 correct, 0 wrong, -1 not seen; only those not seen are chosen
     * @param cost of running each item, positive, in any unit
     * @param count how many to choose; fewer come back where fewer are left
     */
    public static Plan plan(SkillPosterior skills, int[] item, byte[] outcome, double[] cost, int count) {
        int d = skills.rank();
        double[] covariance = skills.covariance();
        double[] slope = new double[d];
        double[] weight = new double[item.length];
        boolean[] open = new boolean[item.length];
        double[] own = new double[item.length];
        double[][] loading = new double[item.length][d];
        int left = 0;
        double chance = 0;
        for (int c = 0; c < item.length; c++) {
            if (!(cost[c] > 0)) {
                throw new IllegalArgumentException("Running an item costs something: " + cost[c]);
            }
            double p = skills.probability(item[c]);
            weight[c] = p * (1 - p);
            open[c] = outcome[c] < 0;
            add(loading[c], 1, skills, item[c]);
            own[c] = Forecast.quadratic(covariance, loading[c]);
            if (open[c]) {
                left++;
                chance += weight[c];
                add(slope, weight[c], skills, item[c]);
            }
        }
        int[] plan = new int[Math.min(count, left)];
        double[] deviation = new double[plan.length];
        double[] direction = new double[d];
        for (int n = 0; n < plan.length; n++) {
            multiply(covariance, slope, direction);
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < item.length; c++) {
                double gain = open[c] ? gain(loading[c], weight[c], own[c], direction) / cost[c] : most;
                if (open[c] && gain > most) {
                    most = gain;
                    best = c;
                }
            }
            plan[n] = best;
            open[best] = false;
            chance -= weight[best];
            add(slope, -weight[best], skills, item[best]);
            double[] known = condition(covariance, loading[best], weight[best]);
            double scale = weight[best] / (1 + weight[best] * own[best]);
            for (int c = 0; c < item.length; c++) {
                double along = dot(known, loading[c]);
                own[c] -= scale * along * along;
            }
            double variance = Math.max(0, chance) + Forecast.quadratic(covariance, slope);
            deviation[n] = Math.sqrt(Math.max(0, variance)) / item.length;
        }
        return new Plan(plan, deviation);
    }

    // What one outcome takes off the variance of the sum: through the skills, and its own chance.
    private static double gain(double[] loading, double weight, double own, double[] direction) {
        double along = dot(direction, loading);
        return weight * along * along / (1 + weight * own) + weight;
    }

    /** Takes an item as known and returns its covariance with the skills from before. */
    private static double[] condition(double[] covariance, double[] loading, double weight) {
        int d = loading.length;
        double[] direction = new double[d];
        multiply(covariance, loading, direction);
        double scale = weight / (1 + weight * dot(direction, loading));
        for (int j = 0; j < d; j++) {
            for (int k = 0; k < d; k++) {
                covariance[j * d + k] -= scale * direction[j] * direction[k];
            }
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void add(double[] to, double scale, SkillPosterior skills, int item) {
        for (int k = 0; k < to.length; k++) {
            to[k] += scale * skills.loading(item, k);
        }
    }

    private static void multiply(double[] matrix, double[] v, double[] into) {
        Arrays.fill(into, 0);
        for (int j = 0; j < v.length; j++) {
            for (int k = 0; k < v.length; k++) {
                into[j] += matrix[j * v.length + k] * v[k];
            }
        }
    }
}
