package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.prior.NodeKey;

/**
 * Learns from pairs of models known item by item what kinship passes on, by moments: the mean product of what both showed
 * unexpectedly. Few pairs say little; then relations follow what parent and child have in common in general.
 */
final class InheritanceLearning {

    /** Pairs that a correlation of zero counts as. */
    private static final double DOUBT = 20;

    /** Pairs that what is usual of all relations counts as. */
    private static final double USUAL = 5;

    /** Models of one kind that are compared with each other, and models two derivations apart with one. */
    private static final int MOST_ALIKE = 60;

    private static final double MOST_CORRELATION = 0.9;

    private final List<ItemResidual> known;
    private final ItemBlocks blocks;
    private final Kinships kinships;
    private final double[] centre;
    private final int count;

    /** Sums over pairs, per kinship. */
    private final double[] pairs;

    private final double[] skills;
    private final double[][] surprise;
    private final double[][] weight;

    private InheritanceLearning(List<ItemResidual> known, Kinships kinships, ItemBlocks blocks, int relations) {
        this.known = known;
        this.blocks = blocks;
        this.kinships = kinships;
        this.centre = centre(known);
        this.count = Kinships.count(relations);
        this.pairs = new double[count];
        this.skills = new double[count];
        this.surprise = new double[blocks.benchmarks()][count];
        this.weight = new double[blocks.benchmarks()][count];
    }

    /**
     * Learns.
     *
     * @param known of models known item by item, at least one, by their rows of the field
     */
    static Inheritance of(
            Map<Integer, ItemResidual> known,
            FamilyPosterior field,
            Kinships kinships,
            ItemBlocks blocks,
            int relations) {
        int[] row = known.keySet().stream().mapToInt(Integer::intValue).toArray();
        InheritanceLearning learning =
                new InheritanceLearning(List.copyOf(known.values()), kinships, blocks, relations);
        learning.relatives(row);
        learning.alike(row, field);
        return learning.result();
    }

    private static double[] centre(List<ItemResidual> known) {
        double[] centre = new double[known.get(0).skills().length];
        for (ItemResidual each : known) {
            for (int k = 0; k < centre.length; k++) {
                centre[k] += each.skills()[k] / known.size();
            }
        }
        return centre;
    }

    private void relatives(int[] row) {
        Map<Integer, Integer> index = new LinkedHashMap<>();
        IntStream.range(0, row.length).forEach(k -> index.put(row[k], k));
        for (int k = 0; k < row.length; k++) {
            int mine = k;
            kinships.first(row[k]).forEach((other, kinship) -> {
                int theirs = index.getOrDefault(other, -1);
                if (theirs > mine) {
                    add(kinship, known.get(mine), known.get(theirs));
                }
            });
            kinships.second(row[k])
                    .map(other -> index.getOrDefault(other, -1))
                    .filter(theirs -> theirs > mine)
                    .distinct()
                    .limit(MOST_ALIKE)
                    .forEach(theirs -> add(Kinships.SECOND, known.get(mine), known.get(theirs)));
        }
    }

    private void alike(int[] row, FamilyPosterior field) {
        Map<NodeKey, List<Integer>> groups = new LinkedHashMap<>();
        for (int k = 0; k < row.length; k++) {
            Optional<NodeKey> kind = field.kind(row[k]);
            if (kind.isPresent()) {
                groups.computeIfAbsent(kind.get(), fresh -> new ArrayList<>()).add(k);
            }
        }
        for (List<Integer> group : groups.values()) {
            for (int a = 0; a < Math.min(MOST_ALIKE, group.size()); a++) {
                for (int b = 0; b < a; b++) {
                    if (kinships.between(row[group.get(a)], row[group.get(b)]) == Kinships.ALIKE) {
                        add(Kinships.ALIKE, known.get(group.get(a)), known.get(group.get(b)));
                    }
                }
            }
        }
    }

    private void add(int kinship, ItemResidual one, ItemResidual other) {
        pairs[kinship]++;
        for (int k = 0; k < centre.length; k++) {
            skills[kinship] += (one.skills()[k] - centre[k]) * (other.skills()[k] - centre[k]);
        }
        for (int b = 0; b < blocks.benchmarks(); b++) {
            double products = 0;
            double weights = 0;
            for (int i = blocks.start()[b]; i < blocks.start()[b + 1]; i++) {
                products += one.surprise(i) * other.surprise(i);
                weights += one.weight(i) * other.weight(i);
            }
            surprise[b][kinship] += products;
            weight[b][kinship] += weights;
        }
    }

    private Inheritance result() {
        double spread = known.stream()
                .mapToDouble(each -> each.square(centre))
                .average()
                .orElseThrow();
        double[][] items = new double[blocks.benchmarks()][];
        double allPairs = IntStream.range(0, count).mapToDouble(k -> pairs[k]).sum();
        for (int b = 0; b < items.length; b++) {
            double usual = 0;
            for (double each : weight[b]) {
                usual += each / Math.max(1, allPairs);
            }
            items[b] = shrunk(surprise[b], weight[b], usual, Double.POSITIVE_INFINITY);
        }
        double[] shared = new double[count];
        for (int k = 0; k < count; k++) {
            shared[k] = pairs[k] * spread;
        }
        return new Inheritance(centre, shrunk(skills, shared, spread, MOST_CORRELATION), items);
    }

    /** Ratios of sums, drawn to zero and those of single relations to what parent and child have in common in general. */
    private static double[] shrunk(double[] product, double[] scale, double onePair, double most) {
        double[] ratio = new double[product.length];
        double products = 0;
        double scales = 0;
        for (int k = Kinships.FIRST; k < product.length; k++) {
            products += product[k];
            scales += scale[k];
        }
        double first = ratio(products, scales, onePair * DOUBT);
        for (int k = 0; k < product.length; k++) {
            double found = k < Kinships.FIRST
                    ? ratio(product[k], scale[k], onePair * DOUBT)
                    : ratio(product[k] + onePair * USUAL * first, scale[k], onePair * USUAL);
            ratio[k] = Math.min(most, Math.max(0, found));
        }
        return ratio;
    }

    private static double ratio(double product, double scale, double doubt) {
        return scale + doubt > 0 ? product / (scale + doubt) : 0;
    }
}
