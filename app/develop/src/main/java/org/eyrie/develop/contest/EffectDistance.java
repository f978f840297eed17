package org.eyrie.develop.contest;

import org.eyrie.model.development.MergeEffect;

/**
 * Whether two merges of the same parents are one merge for every purpose.
 *
 * <p>Within 2 % of the larger delta: noise of that size flips next to no answer of a network, and 2 to 6 % of random programs
 * have such a twin, which would be paid for twice.
 */
public final class EffectDistance {

    private static final double SAME = .02;

    private EffectDistance() {}

    /** Whether two effects are within 2 % of each other. Without sketches only what the parents explain is compared. */
    public static boolean same(MergeEffect one, MergeEffect other) {
        if (one.parents() != other.parents() || !one.groups().equals(other.groups())) {
            return false;
        }
        double larger = Math.max(size(one), size(other));
        if (larger == 0) {
            return true;
        }
        double difference = 0;
        double unexplained = 0;
        for (int group = 0; group < one.groups().size(); group++) {
            for (int parent = 0; parent < one.parents(); parent++) {
                double off = one.weight(group, parent) - other.weight(group, parent);
                difference += off * off;
            }
            double rest = one.rest(group) - other.rest(group);
            double norm = one.norm(group) - other.norm(group);
            difference += rest * rest + norm * norm;
            unexplained += one.rest(group) * one.rest(group) + other.rest(group) * other.rest(group);
        }
        double bound = SAME * SAME * larger;
        if (difference > bound) {
            return false;
        }
        // Two remainders of one norm may point anywhere: only a sketch tells.
        float[] first = one.sketch();
        float[] second = other.sketch();
        if (first.length == 0 || first.length != second.length) {
            return unexplained <= bound;
        }
        return sketched(first, second);
    }

    private static double size(MergeEffect effect) {
        double size = 0;
        for (int group = 0; group < effect.groups().size(); group++) {
            size += effect.norm(group) * effect.norm(group);
        }
        return size;
    }

    private static boolean sketched(float[] one, float[] other) {
        double difference = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            difference += (one[i] - other[i]) * (double) (one[i] - other[i]);
            first += one[i] * (double) one[i];
            second += other[i] * (double) other[i];
        }
        return difference <= SAME * SAME * Math.max(first, second);
    }
}
