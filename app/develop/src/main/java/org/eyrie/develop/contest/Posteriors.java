package org.eyrie.develop.contest;

import java.util.Comparator;
import java.util.List;

/**
 * Posterior means of shares: raw shares drawn towards the mean of all that were tried, the more the fewer items they rest on
 * (normal means with known variances, the spread between candidates by the moments of DerSimonian and Laird 1986).
 *
 * <p>Variances are taken at shares that are drawn towards the mean themselves, as a beta prior of the same spread draws them: at
 * its own raw share a candidate that solved 30 of 30 would count as known for certain, and the best of hundreds by few items
 * would keep nearly all of its luck.
 */
public final class Posteriors implements LikelyShares {

    /** Keeps weights finite where every item was asked. */
    private static final double FLOOR = 1e-6;

    /** The spread where one candidate alone tells none: a tenth as standard deviation. */
    private static final double ALONE = .01;

    /** Strengths of that prior, in items of a task. */
    private static final double WEAKEST = 2;

    private static final double STRONGEST = 100;

    private final List<Contender> tried;
    private double strength = WEAKEST;
    private double mean = .5;
    private double between;
    /** Of the mean that contenders are drawn towards: a few of few items tell it badly. */
    private final double meanVariance;

    private Posteriors(List<Contender> tried) {
        this.tried = tried;
        // The prior's strength follows from the spread, and the spread from variances: twice is enough.
        for (int pass = 0; pass < 2; pass++) {
            double spread = spread();
            mean = weighted(spread);
            between = spread;
            strength = Math.max(WEAKEST, Math.min(STRONGEST, mean * (1 - mean) / Math.max(spread, FLOOR) - 1));
        }
        between = spread();
        mean = weighted(between);
        double certainty = tried.stream()
                .mapToDouble(contender -> weight(contender, between))
                .sum();
        meanVariance = tried.isEmpty() ? 0 : 1 / certainty;
    }

    private double spread() {
        double weights = 0;
        double squares = 0;
        for (Contender contender : tried) {
            double weight = weight(contender, 0);
            weights += weight;
            squares += weight * weight;
        }
        double fixed = weighted(0);
        double excess = 0;
        for (Contender contender : tried) {
            double off = contender.share() - fixed;
            excess += off * off / (variance(contender) + FLOOR);
        }
        return tried.size() < 2 ? ALONE : Math.max(0, (excess - (tried.size() - 1)) / (weights - squares / weights));
    }

    private double weight(Contender contender, double spread) {
        return 1 / (variance(contender) + spread + FLOOR);
    }

    private double variance(Contender contender) {
        return contender.variance(mean, strength);
    }

    public static Posteriors of(Contenders contenders) {
        return new Posteriors(contenders.tried());
    }

    private double weighted(double spread) {
        double weights = 0;
        double sum = 0;
        for (Contender contender : tried) {
            double weight = weight(contender, spread);
            weights += weight;
            sum += weight * contender.share();
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private double trust(Contender contender) {
        double whole = between + variance(contender);
        return whole == 0 ? 1 : between / whole;
    }

    @Override
    public double mean(Contender contender) {
        return mean + trust(contender) * (contender.share() - mean);
    }

    @Override
    public double sd(Contender contender) {
        double trust = trust(contender);
        return Math.sqrt(trust * variance(contender) + (1 - trust) * (1 - trust) * meanVariance);
    }

    @Override
    public List<Contender> ranked() {
        return tried.stream()
                .sorted(Comparator.comparingDouble(this::mean).reversed().thenComparingInt(Contender::place))
                .toList();
    }
}
