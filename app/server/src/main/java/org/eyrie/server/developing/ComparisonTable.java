package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Searches by several policies over the same seeds.
 *
 * @param searches all of them
 */
public record ComparisonTable(List<ComparedSearch> searches) {

    /**
     * One line of the table.
     *
     * @param development mean share of all development items of the choices
     * @param test mean share of the test items of the choices
     * @param optimism by how much the raw share of the choice was above its test score, in shares
     * @param held share of the runs drawn at random whose outcome lay within the 90 % that were foretold; NaN without any
     * @param overhead milliseconds of processor time a candidate, making and evaluating merges aside
     */
    public record Line(
            String policy,
            long budget,
            int seeds,
            double development,
            double test,
            double optimism,
            double held,
            double overhead) {}

    public ComparisonTable {
        searches = List.copyOf(searches);
    }

    /** The policies in the order in which they were asked for. */
    public List<String> policies() {
        return searches.stream().map(ComparedSearch::policy).distinct().toList();
    }

    public List<Long> budgets() {
        return searches.stream().map(ComparedSearch::budget).distinct().sorted().toList();
    }

    /** A line for each policy and budget. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String policy : policies()) {
            for (long budget : budgets()) {
                List<ComparedSearch> own = of(policy, budget);
                if (!own.isEmpty()) {
                    lines.add(line(policy, budget, own));
                }
            }
        }
        return lines;
    }

    private static Line line(String policy, long budget, List<ComparedSearch> own) {
        double drawn =
                own.stream().mapToInt(search -> search.foretold().drawn()).sum();
        double held =
                own.stream().mapToInt(search -> search.foretold().drawnHeld()).sum();
        return new Line(
                policy,
                budget,
                own.size(),
                mean(own, ComparedSearch::development),
                mean(own, ComparedSearch::test),
                mean(own, search -> search.share() - search.test()),
                held / drawn,
                mean(own, ComparedSearch::overhead));
    }

    private static double mean(List<ComparedSearch> own, ToDoubleFunction<ComparedSearch> of) {
        return own.stream().mapToDouble(of).average().orElseThrow();
    }

    /** A policy against every other, at every budget. */
    public List<PairedDifference> against(String policy) {
        List<PairedDifference> differences = new ArrayList<>();
        for (String rival : policies()) {
            for (long budget : budgets()) {
                double[] paired = rival.equals(policy) ? new double[0] : paired(policy, rival, budget);
                if (paired.length > 0) {
                    differences.add(PairedDifference.of(policy, rival, budget, paired));
                }
            }
        }
        return differences;
    }

    private double[] paired(String policy, String rival, long budget) {
        Map<Long, Double> theirs = new TreeMap<>();
        of(rival, budget).forEach(search -> theirs.put(search.seed(), search.test()));
        return of(policy, budget).stream()
                .filter(search -> theirs.containsKey(search.seed()))
                .mapToDouble(search -> search.test() - theirs.getOrDefault(search.seed(), Double.NaN))
                .toArray();
    }

    private List<ComparedSearch> of(String policy, long budget) {
        return searches.stream()
                .filter(search -> search.policy().equals(policy) && search.budget() == budget)
                .toList();
    }
}
