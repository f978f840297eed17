package org.eyrie.model.development;

import java.util.Arrays;
import java.util.List;

/**
 * What a merge adds to its base, seen from the parents. For every group of tensors (a layer's attention, MLP or norms; the
 * embedding; the head), in this order: a least-squares weight of the merge's delta on each parent's task vector, the norm of
 * what remains and the norm of the delta, both over the mean norm of the task vectors, and the share of elements that are not
 * zero.
 */
public final class MergeEffect {

    private final int parents;
    private final List<String> groups;
    private final float[] numbers;
    private final float[] sketch;

    /**
     * @param parents how many, from 1
     * @param groups names of the groups, such as {@code layer0.attn}
     * @param numbers {@code groups.size() * (parents + 3)} of them, group by group
     * @param sketch a count sketch of the delta, buckets of group after group; empty where none was made
     */
    public MergeEffect(int parents, List<String> groups, float[] numbers, float[] sketch) {
        if (numbers.length != groups.size() * (parents + 3)) {
            throw new IllegalArgumentException(numbers.length + " numbers for " + groups.size() + " groups of "
                    + parents + " parents, instead of " + groups.size() * (parents + 3));
        }
        this.parents = parents;
        this.groups = List.copyOf(groups);
        this.numbers = numbers.clone();
        this.sketch = sketch.clone();
    }

    public int parents() {
        return parents;
    }

    public List<String> groups() {
        return groups;
    }

    /** All of them, as the constructor takes them. */
    public float[] numbers() {
        return numbers.clone();
    }

    /** The count sketch; empty where none was made. */
    public float[] sketch() {
        return sketch.clone();
    }

    /**
     * The weight of a parent in a group.
     *
     * @param parent from 0
     */
    public double weight(int group, int parent) {
        return numbers[group * (parents + 3) + parent];
    }

    /** Norm of what no weighting of the parents explains, over the mean norm of their task vectors. */
    public double rest(int group) {
        return numbers[group * (parents + 3) + parents];
    }

    /** Norm of the delta over the mean norm of the task vectors. */
    public double norm(int group) {
        return numbers[group * (parents + 3) + parents + 1];
    }

    /** Share of the elements that differ from the base, 0 to 1. */
    public double share(int group) {
        return numbers[group * (parents + 3) + parents + 2];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MergeEffect effect
                && effect.parents == parents
                && effect.groups.equals(groups)
                && Arrays.equals(effect.numbers, numbers)
                && Arrays.equals(effect.sketch, sketch);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "effect of " + parents + " parents on " + groups.size() + " groups";
    }
}
