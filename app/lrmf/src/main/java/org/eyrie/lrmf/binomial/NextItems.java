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
     * A plan.
     *
     * @param item columns of the benchmark's items
     * @param outcome what is known of each: 1 correct, 0 wrong, -1 not seen; only those not seen are chosen
     * @param cost of running each item, positive, in any unit
     * @param count how many to choose; fewer come back where fewer are left
     * @return positions in {@code item}, the most useful first
     */
    public static int[] choose(SkillPosterior skills, int[] item, byte[] outcome, double[] cost, int count) {
        int d = skills.rank();
        double[] covariance = skills.covariance();
        double[] slope = new double[d];
        double[] weight = new double[item.length];
        boolean[] open = new boolean[item.length];
        int left = 0;
        for (int c = 0; c < item.length; c++) {
            if (!(cost[c] > 0)) {
                throw new IllegalArgumentException("Running an item costs something: " + cost[c]);
            }
            double p = skills.probability(item[c]);
            weight[c] = p * (1 - p);
            open[c] = outcome[c] < 0;
            if (open[c]) {
                left++;
                add(slope, weight[c], skills, item[c]);
            }
        }
        int[] plan = new int[Math.min(count, left)];
        double[] direction = new double[d];
        for (int n = 0; n < plan.length; n++) {
            multiply(covariance, slope, direction);
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < item.length; c++) {
                double gain = open[c] ? gain(skills, item[c], weight[c], covariance, direction) / cost[c] : most;
                if (open[c] && gain > most) {
                    most = gain;
                    best = c;
                }
            }
            plan[n] = best;
            open[best] = false;
            add(slope, -weight[best], skills, item[best]);
            condition(covariance, skills, item[best], weight[best]);
        }
        return plan;
    }

    // What one outcome takes off the variance of the sum: through the skills, and its own chance.
    private static double gain(
            SkillPosterior skills, int item, double weight, double[] covariance, double[] direction) {
        int d = skills.rank();
        double along = 0;
        double own = 0;
        for (int j = 0; j < d; j++) {
            along += direction[j] * skills.loading(item, j);
            for (int k = 0; k < d; k++) {
                own += covariance[j * d + k] * skills.loading(item, j) * skills.loading(item, k);
            }
        }
        return weight * along * along / (1 + weight * own) + weight;
    }

    private static void condition(double[] covariance, SkillPosterior skills, int item, double weight) {
        int d = skills.rank();
        double[] loading = new double[d];
        add(loading, 1, skills, item);
        double[] direction = new double[d];
        multiply(covariance, loading, direction);
        double scale = weight / (1 + weight * Forecast.quadratic(covariance, loading));
        for (int j = 0; j < d; j++) {
            for (int k = 0; k < d; k++) {
                covariance[j * d + k] -= scale * direction[j] * direction[k];
            }
        }
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
