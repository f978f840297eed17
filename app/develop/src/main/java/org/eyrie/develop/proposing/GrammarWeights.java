package org.eyrie.develop.proposing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.Posteriors;
import org.eyrie.model.development.MergeEffect;

/**
 * Numbers of the probabilistic grammar: a weight for every production, and for the weight of a parent in a slot a mass at zero
 * and a log-normal for the rest. Moved by cross-entropy (Rubinstein 1999) towards the best fifth of what was tried.
 */
final class GrammarWeights {

    private static final double NOTHING = .25;
    private static final double MIDDLE = Math.log(.6);
    private static final double SPREAD = .6;

    /** As many observations as the start counts for. */
    private static final double TRUST = 6;

    private static final int BEST = 5;
    private static final double ZERO = .02;
    private static final double LEAST_SPREAD = .2;

    private final Map<Production, Double> productions = new EnumMap<>(Production.class);
    private final double[][] nothing;
    private final double[][] middle;
    private final double[][] spread;

    private GrammarWeights(int parents) {
        for (Production production : Production.values()) {
            productions.put(production, production.weight());
        }
        nothing = filled(parents, NOTHING);
        middle = filled(parents, MIDDLE);
        spread = filled(parents, SPREAD);
    }

    private static double[][] filled(int parents, double value) {
        double[][] table = new double[parents][WeightTable.SLOTS];
        for (double[] row : table) {
            Arrays.fill(row, value);
        }
        return table;
    }

    /** As they are before anything was tried. */
    static GrammarWeights unlearned(int parents) {
        return new GrammarWeights(parents);
    }

    /** Moved by what was tried. */
    static GrammarWeights learned(Contenders contenders) {
        int parents = contenders.record().plan().parents().size();
        GrammarWeights weights = new GrammarWeights(parents);
        List<Contender> ranked = Posteriors.of(contenders).ranked();
        List<Contender> best = ranked.subList(0, ranked.size() / BEST);
        if (best.size() >= 2) {
            weights.moveProductions(best);
            weights.moveSlots(best, parents);
        }
        return weights;
    }

    private void moveProductions(List<Contender> best) {
        double all = whole();
        productions.replaceAll((production, weight) -> {
            long seen = best.stream()
                    .filter(contender -> contender.proposal().draft().note().equals(production.name()))
                    .count();
            return (TRUST * weight / all + seen) / (TRUST + best.size());
        });
    }

    private double whole() {
        return productions.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void moveSlots(List<Contender> best, int parents) {
        List<double[][]> tables = new ArrayList<>();
        for (Contender contender : best) {
            MergeEffect effect = contender.effect();
            if (effect != null) {
                tables.add(WeightTable.of(effect).weights());
            }
        }
        for (int parent = 0; parent < parents; parent++) {
            for (int slot = 0; slot < WeightTable.SLOTS; slot++) {
                moveSlot(tables, parent, slot);
            }
        }
    }

    private void moveSlot(List<double[][]> tables, int parent, int slot) {
        double zeros = 0;
        double sum = 0;
        double squares = 0;
        double count = 0;
        for (double[][] table : tables) {
            double weight = table[parent][slot];
            if (weight < ZERO) {
                zeros++;
            } else {
                sum += Math.log(weight);
                squares += Math.log(weight) * Math.log(weight);
                count++;
            }
        }
        nothing[parent][slot] = (TRUST * NOTHING + zeros) / (TRUST + zeros + count);
        double mean = (TRUST * MIDDLE + sum) / (TRUST + count);
        double square = (TRUST * (SPREAD * SPREAD + MIDDLE * MIDDLE) + squares) / (TRUST + count);
        middle[parent][slot] = mean;
        spread[parent][slot] = Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, square - mean * mean)));
    }

    Production production(Random random) {
        double left = random.nextDouble() * whole();
        for (Map.Entry<Production, Double> entry : productions.entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return entry.getKey();
            }
        }
        return Production.GROWN;
    }

    double weight(Random random, int parent, int slot) {
        double drawn = random.nextDouble();
        double value = Math.exp(middle[parent][slot] + spread[parent][slot] * random.nextGaussian());
        return drawn < nothing[parent][slot] ? 0 : Math.min(3, value);
    }
}
