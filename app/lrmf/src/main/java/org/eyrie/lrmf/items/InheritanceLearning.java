package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private final ItemResiduals known;
    private final ItemBlocks blocks;
    private final Kinships kinships;
    private final double[] centre;
    private final int count;
    private final KinPairs chosen;

    /** Sums over pairs, per kinship. */
    private final double[] pairs;

    private final double[] skills;
    private final double[][] surprise;
    private final double[][] weight;

    private InheritanceLearning(ItemResiduals known, Kinships kinships, ItemBlocks blocks, int relations) {
        this.known = known;
        this.blocks = blocks;
        this.kinships = kinships;
        this.centre = centre(known);
        this.count = Kinships.count(relations);
        this.chosen = new KinPairs(count, KinPairs.MOST);
        this.pairs = new double[count];
        this.skills = new double[count];
        this.surprise = new double[blocks.benchmarks()][count];
        this.weight = new double[blocks.benchmarks()][count];
    }

    /**
     * Learns.
     *
     * @param known of models known item by item, at least one
     */
    static Inheritance of(
            ItemResiduals known, FamilyPosterior field, Kinships kinships, ItemBlocks blocks, int relations) {
        InheritanceLearning learning = new InheritanceLearning(known, kinships, blocks, relations);
        learning.relatives();
        learning.alike(field);
        for (int kinship = 0; kinship < learning.count; kinship++) {
            learning.add(kinship);
        }
        return learning.result();
    }

    private static double[] centre(ItemResiduals known) {
        double[] centre = new double[known.skills(0).length];
        for (int k = 0; k < known.count(); k++) {
            double[] each = known.skills(k);
            for (int j = 0; j < centre.length; j++) {
                centre[j] += each[j] / known.count();
            }
        }
        return centre;
    }

    private void relatives() {
        for (int k = 0; k < known.count(); k++) {
            int mine = k;
            kinships.first(known.row(k)).forEach((other, kinship) -> {
                int theirs = known.place(other);
                if (theirs > mine) {
                    chosen.add(kinship, mine, theirs);
                }
            });
            kinships.second(known.row(k))
                    .map(known::place)
                    .filter(theirs -> theirs > mine)
                    .distinct()
                    .limit(MOST_ALIKE)
                    .forEach(theirs -> chosen.add(Kinships.SECOND, mine, theirs));
        }
    }

    private void alike(FamilyPosterior field) {
        Map<NodeKey, List<Integer>> groups = new LinkedHashMap<>();
        for (int k = 0; k < known.count(); k++) {
            Optional<NodeKey> kind = field.kind(known.row(k));
            if (kind.isPresent()) {
                groups.computeIfAbsent(kind.get(), fresh -> new ArrayList<>()).add(k);
            }
        }
        for (List<Integer> group : groups.values()) {
            for (int a = 0; a < Math.min(MOST_ALIKE, group.size()); a++) {
                for (int b = 0; b < a; b++) {
                    if (kinships.between(known.row(group.get(a)), known.row(group.get(b))) == Kinships.ALIKE) {
                        chosen.add(Kinships.ALIKE, group.get(a), group.get(b));
                    }
                }
            }
        }
    }

    /** One kinship at a time, because the remainders of all pairs at once might not fit. */
    private void add(int kinship) {
        List<KinPairs.Pair> all = chosen.of(kinship);
        if (all.isEmpty()) {
            return;
        }
        Map<Integer, ItemResidual> residual = known.of(all.stream()
                .flatMap(pair -> Stream.of(known.row(pair.one()), known.row(pair.other())))
                .collect(Collectors.toSet()));
        for (KinPairs.Pair pair : all) {
            ItemResidual one = residual.get(known.row(pair.one()));
            ItemResidual other = residual.get(known.row(pair.other()));
            add(kinship, Objects.requireNonNull(one), Objects.requireNonNull(other));
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

    private double square(double[] skills) {
        double sum = 0;
        for (int k = 0; k < skills.length; k++) {
            sum += (skills[k] - centre[k]) * (skills[k] - centre[k]);
        }
        return sum;
    }

    private Inheritance result() {
        double spread = IntStream.range(0, known.count())
                .mapToDouble(k -> square(known.skills(k)))
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
