package org.eyrie.develop.foretell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eyrie.lrmf.kinship.Siblings;
import org.eyrie.model.development.MergeEffect;

/**
 * Numbers by which merges of the same parents are compared.
 *
 * <p>The first kernel has what they do to attention and MLPs: the weights of each parent, so that a task may find one parent
 * relevant and not another, and the norms. That is most of what matters and all that a few evaluations can learn of. The
 * second has everything else; the third the sketch, where every merge has one.
 */
public final class EffectDescriptors {

    /** How many deviations from the mean are told apart. */
    private static final double FARTHEST = 6;

    private EffectDescriptors() {}

    /**
     * Of effects on the same parents and groups.
     *
     * @throws IllegalArgumentException if they are not
     */
    public static Siblings of(List<MergeEffect> effects) {
        MergeEffect one = effects.get(0);
        for (MergeEffect effect : effects) {
            if (effect.parents() != one.parents() || !effect.groups().equals(one.groups())) {
                throw new IllegalArgumentException("Effects on different groups or numbers of parents");
            }
        }
        List<Integer> core = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int g = 0; g < one.groups().size(); g++) {
            String group = one.groups().get(g);
            (group.endsWith(".attn") || group.endsWith(".mlp") ? core : rest).add(g);
        }
        if (core.isEmpty()) {
            core = rest;
        }
        List<List<double[][]>> kernels = new ArrayList<>();
        kernels.add(weightsAndNorms(effects, one.parents(), core));
        kernels.add(List.<double[][]>of(standardised(others(effects, core, rest))));
        if (effects.stream()
                .allMatch(effect -> effect.sketch().length > 0 && effect.sketch().length == one.sketch().length)) {
            kernels.add(List.<double[][]>of(
                    effects.stream().map(EffectDescriptors::sketch).toArray(double[][]::new)));
        }
        return new Siblings(kernels);
    }

    private static List<double[][]> weightsAndNorms(List<MergeEffect> effects, int parents, List<Integer> groups) {
        List<double[][]> parts = new ArrayList<>();
        for (int p = 0; p < parents; p++) {
            int parent = p;
            parts.add(effects.stream()
                    .map(effect -> groups.stream()
                            .mapToDouble(g -> effect.weight(g, parent))
                            .toArray())
                    .toArray(double[][]::new));
        }
        parts.add(effects.stream()
                .map(effect -> groups.stream().mapToDouble(effect::norm).toArray())
                .toArray(double[][]::new));
        return parts;
    }

    private static double[][] others(List<MergeEffect> effects, List<Integer> core, List<Integer> rest) {
        List<ToDoubleFunction<MergeEffect>> numbers = new ArrayList<>();
        for (int g : rest) {
            for (int p = 0; p < effects.get(0).parents(); p++) {
                int parent = p;
                numbers.add(effect -> effect.weight(g, parent));
            }
            numbers.add(effect -> effect.norm(g));
            numbers.add(effect -> effect.rest(g));
            numbers.add(effect -> effect.share(g));
        }
        for (int g : core) {
            numbers.add(effect -> effect.share(g));
        }
        return effects.stream()
                .map(effect -> numbers.stream()
                        .mapToDouble(number -> number.applyAsDouble(effect))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Numbers of different kinds, each over its deviation; those that are the same for all become 0. */
    private static double[][] standardised(double[][] rows) {
        double[][] made = new double[rows.length][rows[0].length];
        for (int k = 0; k < rows[0].length; k++) {
            double mean = 0;
            double square = 0;
            for (double[] row : rows) {
                mean += row[k] / rows.length;
            }
            for (double[] row : rows) {
                square += (row[k] - mean) * (row[k] - mean) / rows.length;
            }
            double deviation = Math.sqrt(square);
            for (int i = 0; i < rows.length; i++) {
                double off = deviation > 1e-9 ? (rows[i][k] - mean) / deviation : 0;
                made[i][k] = Math.max(-FARTHEST, Math.min(FARTHEST, off));
            }
        }
        return made;
    }

    private static double[] sketch(MergeEffect effect) {
        float[] buckets = effect.sketch();
        double[] sketch = new double[buckets.length];
        for (int k = 0; k < sketch.length; k++) {
            sketch[k] = buckets[k];
        }
        return sketch;
    }
}
