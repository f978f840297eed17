package org.eyrie.develop.proposing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.development.MergeEffect;

/**
 * A weighted sum of task vectors: a weight of every parent for every kind of tensor, for attention and feed-forward at either
 * end of the depth. On families in which harm and skill lie in different tensors this is most of what there is to choose.
 */
final class WeightTable {

    /** Kinds in the order of the slots; attention and feed-forward have two slots, for the first layer and for the last. */
    static final int SLOTS = 7;

    static final int EMBED = 0;
    static final int ATTENTION = 1;
    static final int FEED_FORWARD = 3;
    static final int NORM = 5;
    static final int HEAD = 6;

    /** More parents do not fit into the nodes of a program with a weight for either end. */
    private static final int MOST_WITH_ENDS = 4;

    private final double[][] weights;

    private WeightTable(double[][] weights) {
        this.weights = weights;
    }

    /**
     * Of weights, parents × slots; taken to three digits, which is finer than any search can tell.
     */
    static WeightTable of(double[][] weights) {
        double[][] own = new double[weights.length][SLOTS];
        for (int parent = 0; parent < weights.length; parent++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                double value = weights[parent][slot];
                own[parent][slot] = Math.abs(value) < .005
                        ? 0
                        : new BigDecimal(value)
                                .setScale(3, RoundingMode.HALF_EVEN)
                                .doubleValue();
            }
        }
        return new WeightTable(own);
    }

    /** The weighted sum that is nearest to what a merge does; layers between the ends count for either. */
    static WeightTable of(MergeEffect effect) {
        double[][] sums = new double[effect.parents()][SLOTS];
        double[] counts = new double[SLOTS];
        int last = layers(effect) - 1;
        for (int group = 0; group < effect.groups().size(); group++) {
            String name = effect.groups().get(group);
            double late = last <= 0 ? .5 : (double) Math.max(0, layer(name)) / last;
            for (int slot = 0; slot < SLOTS; slot++) {
                double share = share(name, slot, late);
                counts[slot] += share;
                for (int parent = 0; parent < effect.parents(); parent++) {
                    sums[parent][slot] += share * effect.weight(group, parent);
                }
            }
        }
        for (double[] row : sums) {
            for (int slot = 0; slot < SLOTS; slot++) {
                row[slot] = counts[slot] > 0 ? row[slot] / counts[slot] : 0;
            }
        }
        return of(sums);
    }

    private static double share(String group, int slot, double late) {
        return switch (slot) {
            case EMBED -> group.startsWith("embed") ? 1 : 0;
            case ATTENTION -> group.endsWith(".attn") ? 1 - late : 0;
            case ATTENTION + 1 -> group.endsWith(".attn") ? late : 0;
            case FEED_FORWARD -> group.endsWith(".mlp") ? 1 - late : 0;
            case FEED_FORWARD + 1 -> group.endsWith(".mlp") ? late : 0;
            case NORM -> group.endsWith("norm") ? 1 : 0;
            case HEAD -> group.startsWith("head") ? 1 : 0;
            default -> throw new IllegalArgumentException("There is no slot " + slot);
        };
    }

    private static int layers(MergeEffect effect) {
        return 1 + effect.groups().stream().mapToInt(WeightTable::layer).max().orElse(0);
    }

    private static int layer(String group) {
        String digits =
                group.startsWith("layer") && group.indexOf('.') > 5 ? group.substring(5, group.indexOf('.')) : "";
        return digits.isEmpty() || !digits.chars().allMatch(Character::isDigit) ? -1 : Integer.parseInt(digits);
    }

    /** A copy of the weights, parents × slots. */
    double[][] weights() {
        double[][] copy = new double[weights.length][];
        for (int parent = 0; parent < weights.length; parent++) {
            copy[parent] = weights[parent].clone();
        }
        return copy;
    }

    /** As a program; that of no weight but zeros is the base. */
    String text() {
        List<String> terms = new ArrayList<>();
        for (int parent = 0; parent < weights.length; parent++) {
            String factor = factor(weights[parent]);
            if (!factor.equals("0")) {
                terms.add(factor + " * tau(" + (parent + 1) + ")");
            }
        }
        return "base + " + (terms.isEmpty() ? "0 * tau(1)" : String.join(" + ", terms));
    }

    private String factor(double[] row) {
        boolean one = true;
        for (double weight : row) {
            one &= weight == row[0];
        }
        if (one) {
            return number(row[0]);
        }
        List<String> named = new ArrayList<>();
        name(named, "embed", row[EMBED], row[EMBED]);
        name(named, "attn", row[ATTENTION], row[ATTENTION + 1]);
        name(named, "mlp", row[FEED_FORWARD], row[FEED_FORWARD + 1]);
        name(named, "norm", row[NORM], row[NORM]);
        name(named, "head", row[HEAD], row[HEAD]);
        return "kind(" + String.join(", ", named) + ")";
    }

    private void name(List<String> named, String kind, double first, double last) {
        if (first != last && weights.length <= MOST_WITH_ENDS) {
            named.add(kind + "=ramp(" + number(first) + ", " + number(last) + ")");
        } else if (first != 0 || last != 0) {
            named.add(kind + "=" + number((first + last) / 2));
        }
    }

    static String number(double value) {
        BigDecimal plain = new BigDecimal(value, new MathContext(4)).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }
}
