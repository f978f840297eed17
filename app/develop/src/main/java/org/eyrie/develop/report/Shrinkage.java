package org.eyrie.develop.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;

/**
 * Posterior means of shares: raw shares drawn towards the mean of all that were tried, the more the fewer items they rest on
 * (normal means with known variances, the spread between candidates by the moments of DerSimonian and Laird 1986).
 */
final class Shrinkage {

    private Shrinkage() {}

    /** All that were tried, the best posterior mean first. */
    static List<CandidateReport> of(Contenders contenders) {
        List<Contender> tried = contenders.tried();
        Spread spread = Spread.of(tried);
        List<CandidateReport> reports = new ArrayList<>();
        for (Contender contender : tried) {
            double own = contender.variance();
            double trust = spread.variance() + own == 0 ? 1 : spread.variance() / (spread.variance() + own);
            reports.add(new CandidateReport(
                    contender.program(),
                    contender.text(),
                    contender.count(),
                    contender.share(),
                    spread.mean() + trust * (contender.share() - spread.mean()),
                    Math.sqrt(trust * own)));
        }
        reports.sort(Comparator.comparingDouble(CandidateReport::mean).reversed());
        return reports;
    }

    /**
     * How true shares are spread.
     *
     * @param mean of candidates
     * @param variance between candidates, without that of their items
     */
    private record Spread(double mean, double variance) {

        static Spread of(List<Contender> tried) {
            double weights = 0;
            double squares = 0;
            double sum = 0;
            for (Contender contender : tried) {
                double weight = 1 / (contender.variance() + 1e-6);
                weights += weight;
                squares += weight * weight;
                sum += weight * contender.share();
            }
            if (tried.size() < 2) {
                return new Spread(weights == 0 ? 0 : sum / weights, .01);
            }
            double fixed = sum / weights;
            double excess = 0;
            for (Contender contender : tried) {
                double off = contender.share() - fixed;
                excess += off * off / (contender.variance() + 1e-6);
            }
            double between = Math.max(0, (excess - (tried.size() - 1)) / (weights - squares / weights));
            double weighted = 0;
            double total = 0;
            for (Contender contender : tried) {
                double weight = 1 / (contender.variance() + between + 1e-6);
                weighted += weight * contender.share();
                total += weight;
            }
            return new Spread(weighted / total, between);
        }
    }
}
