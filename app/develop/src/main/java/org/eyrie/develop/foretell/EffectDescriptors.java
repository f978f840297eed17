package org.eyrie.develop.foretell;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.lrmf.kinship.Siblings;
import org.eyrie.model.development.MergeEffect;

/**
 * Numbers by which merges of the same parents are compared: first what they do to attention and MLPs, which is most of what
 * matters and all that a few evaluations can learn of; then everything else; then the sketch, where every merge has one.
 */
final class EffectDescriptors {

    private EffectDescriptors() {}

    /** Of effects on the same parents and groups. */
    static Siblings of(List<MergeEffect> effects) {
        List<double[]> first = new ArrayList<>();
        List<double[]> rest = new ArrayList<>();
        for (MergeEffect effect : effects) {
            first.add(numbers(effect, true));
            rest.add(numbers(effect, false));
        }
        return new Siblings(List.of(first.toArray(double[][]::new), rest.toArray(double[][]::new)));
    }

    private static double[] numbers(MergeEffect effect, boolean core) {
        List<Double> numbers = new ArrayList<>();
        for (int g = 0; g < effect.groups().size(); g++) {
            String group = effect.groups().get(g);
            boolean main = group.endsWith(".attn") || group.endsWith(".mlp");
            if (main == core) {
                for (int p = 0; p < effect.parents(); p++) {
                    numbers.add(effect.weight(g, p));
                }
                numbers.add(effect.rest(g));
                numbers.add(effect.norm(g));
            }
            if (!core) {
                numbers.add(effect.share(g));
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
