package org.eyrie.lrmf.outcomes;

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
        double[] own = new double[item.length];
        double[] loading = new double[item.length * d];
        int[] open = new int[item.length];
        int left = 0;
        double chance = 0;
        double[] one = new double[d];
        for (int c = 0; c < item.length; c++) {
            if (!(cost[c] > 0)) {
                throw new IllegalArgumentException("Running an item costs something: " + cost[c]);
            }
            if (outcome[c] >= 0) {
                continue;
            }
            double p = skills.probability(item[c]);
            weight[c] = p * (1 - p);
            for (int k = 0; k < d; k++) {
                one[k] = skills.loading(item[c], k);
                loading[c * d + k] = one[k];
            }
            own[c] = ScoreForecast.quadratic(covariance, one);
            open[left++] = c;
            chance += weight[c];
            add(slope, weight[c], loading, c);
        }
        int[] plan = new int[Math.min(count, left)];
        double[] deviation = new double[plan.length];
        double[] direction = new double[d];
        for (int n = 0; n < plan.length; n++) {
            multiply(covariance, slope, direction);
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int o = 0; o < left; o++) {
                int c = open[o];
                double gain = gain(dot(direction, loading, c), weight[c], own[c]) / cost[c];
                if (gain > most) {
                    most = gain;
                    best = o;
                }
            }
            int chosen = open[best];
            System.arraycopy(open, best + 1, open, best, --left - best); // in order: the first of equals is chosen
            plan[n] = chosen;
            chance -= weight[chosen];
            add(slope, -weight[chosen], loading, chosen);
            double scale = weight[chosen] / (1 + weight[chosen] * own[chosen]);
            double[] known = condition(covariance, d, loading, chosen, scale);
            for (int o = 0; o < left; o++) {
                double along = dot(known, loading, open[o]);
                own[open[o]] -= scale * along * along;
            }
            double variance = Math.max(0, chance) + ScoreForecast.quadratic(covariance, slope);
            deviation[n] = Math.sqrt(Math.max(0, variance)) / item.length;
        }
        return new Plan(plan, deviation);
    }

    // What one outcome takes off the variance of the sum: through the skills, and its own chance.
    private static double gain(double along, double weight, double own) {
        return weight * along * along / (1 + weight * own) + weight;
    }

    /** Takes an item as known and returns its covariance with the skills from before. */
    private static double[] condition(double[] covariance, int d, double[] loading, int item, double scale) {
        double[] direction = new double[d];
        multiply(covariance, Arrays.copyOfRange(loading, item * d, (item + 1) * d), direction);
        for (int j = 0; j < d; j++) {
            for (int k = 0; k < d; k++) {
                covariance[j * d + k] -= scale * direction[j] * direction[k];
            }
        }
        return direction;
    }

    private static double dot(double[] a, double[] loading, int item) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * loading[item * a.length + k];
        }
        return sum;
    }

    private static void add(double[] to, double scale, double[] loading, int item) {
        for (int k = 0; k < to.length; k++) {
            to[k] += scale * loading[item * to.length + k];
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
