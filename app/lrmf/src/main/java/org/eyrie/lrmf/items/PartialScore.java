package org.eyrie.lrmf.items;

import org.eyrie.lrmf.math.Logistic;

/**
 * What the items that a model was run on say of a whole benchmark, by themselves: a score and as many trials as would tell
 * as much. The share of correct answers would not do, since items that were chosen are harder or easier than the others.
 *
 * <p>The model is as much better than most on every item, in logits, as fits its answers best (Rasch 1960), with a weak
 * prior that keeps a model finite that answered everything or nothing. It is meant for fields of whole benchmarks, where a
 * prior of lineage comes in; {@link ModelItems} knows more of the items.
 *
 * @param score expected share of all items answered correctly, 0 to 1
 * @param trials variance of one trial at that score, over the score's variance; at least one, and no more than there were
 *     items: models differ in more than one ability, and on real benchmarks chosen items tell no more than that
 */
public record PartialScore(double score, double trials) {

    /** Deviation of models' abilities, in logits: twice that of real ones. */
    private static final double SPREAD = 3;

    private static final int MOST_STEPS = 50;
    private static final double SETTLED = 1e-10;

    /**
     * From some items.
     *
     * @param itemLogit log-odds with which models in general answer each item of the benchmark
     * @param outcome of each: 1 correct, 0 wrong, -1 not run
     * @throws IllegalArgumentException if no item was run, or the arrays differ in length
     */
    public static PartialScore of(double[] itemLogit, byte[] outcome) {
        if (itemLogit.length != outcome.length) {
            throw new IllegalArgumentException(itemLogit.length + " items with " + outcome.length + " outcomes");
        }
        double ability = ability(itemLogit, outcome);
        double expected = 0;
        double chance = 0;
        double slope = 0;
        double information = 1 / (SPREAD * SPREAD);
        int seen = 0;
        for (int i = 0; i < outcome.length; i++) {
            double p = Logistic.of(itemLogit[i] + ability);
            if (outcome[i] < 0) {
                expected += p;
                chance += p * (1 - p);
                slope += p * (1 - p);
            } else {
                seen++;
                expected += outcome[i];
                information += p * (1 - p);
            }
        }
        if (seen == 0) {
            throw new IllegalArgumentException("No item was run");
        }
        double score = expected / outcome.length;
        double variance = (chance + slope * slope / information) / outcome.length / outcome.length;
        double usual = score * (1 - score);
        return new PartialScore(score, variance > 0 ? Math.max(1, Math.min(seen, usual / variance)) : seen);
    }

    /** Where the posterior is highest, by Newton's method; the function is concave. */
    private static double ability(double[] itemLogit, byte[] outcome) {
        double ability = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradient = -ability / (SPREAD * SPREAD);
            double curvature = 1 / (SPREAD * SPREAD);
            for (int i = 0; i < outcome.length; i++) {
                if (outcome[i] >= 0) {
                    double p = Logistic.of(itemLogit[i] + ability);
                    gradient += outcome[i] - p;
                    curvature += p * (1 - p);
                }
            }
            double move = Math.max(-1, Math.min(1, gradient / curvature));
            ability += move;
            if (Math.abs(move) < SETTLED) {
                break;
            }
        }
        return ability;
    }
}
