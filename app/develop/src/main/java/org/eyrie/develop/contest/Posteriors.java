package org.eyrie.develop.contest;

import java.util.Comparator;
import java.util.List;

/**
 * Posterior means of shares: raw shares drawn towards the mean of all that were tried, the more the fewer items they rest on
 * (normal means with known variances, the spread between candidates by the moments of DerSimonian and Laird 1986).
 */
public final class Posteriors {

    /** Keeps weights finite where every item was asked. */
    private static final double FLOOR = 1e-6;

    /** The spread where one candidate alone tells none: a tenth as standard deviation. */
    private static final double ALONE = .01;

    private final List<Contender> tried;
    private final double mean;
    private final double between;

    private Posteriors(List<Contender> tried) {
        this.tried = tried;
        double weights = 0;
        double squares = 0;
        for (Contender contender : tried) {
            double weight = 1 / (contender.variance() + FLOOR);
            weights += weight;
            squares += weight * weight;
        }
        double fixed = weighted(0);
        double excess = 0;
        for (Contender contender : tried) {
            double off = contender.share() - fixed;
            excess += off * off / (contender.variance() + FLOOR);
        }
        between = tried.size() < 2 ? ALONE : Math.max(0, (excess - (tried.size() - 1)) / (weights - squares / weights));
        mean = weighted(between);
    }

    public static Posteriors of(Contenders contenders) {
        return new Posteriors(contenders.tried());
    }

    private double weighted(double spread) {
        double weights = 0;
        double sum = 0;
        for (Contender contender : tried) {
            double weight = 1 / (contender.variance() + spread + FLOOR);
            weights += weight;
            sum += weight * contender.share();
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private double trust(Contender contender) {
        double whole = between + contender.variance();
        return whole == 0 ? 1 : between / whole;
    }

    /** Of a contender that was tried, 0 to 1. */
    public double mean(Contender contender) {
        return mean + trust(contender) * (contender.share() - mean);
    }

    /** Standard deviation of that. */
    public double sd(Contender contender) {
        return Math.sqrt(trust(contender) * contender.variance());
    }

    /** All that were tried, the best first; of equals the earlier one. */
    public List<Contender> ranked() {
        return tried.stream()
                .sorted(Comparator.comparingDouble(this::mean).reversed().thenComparingInt(Contender::place))
                .toList();
    }
}
