package org.eyrie.sources.mergekit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Models whose layers are merged with each other.
 *
 * @param method as mergekit calls it
 * @param sources what is listed
 * @param base what the others are measured against, listed or not; or null
 * @param shared parameters in force for all of them
 * @param depth which of its layers it is about, from 0, the first, to 1, the last
 */
record SliceOfMerge(
        String method, List<Contributor> sources, @Nullable ModelReference base, Parameters shared, double depth) {

    /** What stands for a weight that is missing, which mergekit itself refuses. */
    private static final double USUAL_WEIGHT = 1;

    /** As many steps as stand for all layers where nobody says how many there are. */
    private static final int MANY = 60;

    /**
     * A model in a slice.
     *
     * @param model which
     * @param parameters in force for it
     */
    record Contributor(ModelReference model, Parameters parameters) {}

    SliceOfMerge {
        method = method.toLowerCase(Locale.ROOT);
        sources = List.copyOf(sources);
    }

    /**
     * What each model contributes to all layers.
     *
     * @param layers how many, 0 where the recipe does not say
     */
    Contributions over(WeightRule rule, int layers) {
        Contributions shares = new Contributions();
        boolean unknown = layers < 1 || layers > 10 * MANY;
        int count = unknown ? MANY + 1 : layers;
        for (int layer = 0; layer < count; layer++) {
            double here = count == 1 ? 1 : (double) layer / (count - 1); // a single layer is the last one
            boolean end = layer == 0 || layer == count - 1;
            double part = unknown ? (end ? 0.5 : 1) / MANY : 1.0 / count;
            shares.addAll(rule.shares(new SliceOfMerge(method, sources, base, shared, here)), part);
        }
        return shares;
    }

    /** The sources other than the base. */
    List<Contributor> others() {
        return sources.stream().filter(source -> !source.model().equals(base)).toList();
    }

    double weight(Contributor source) {
        return own(source, "weight").orElse(USUAL_WEIGHT);
    }

    /** A parameter of one model, its mean over tensors. */
    Optional<Double> own(Contributor source, String name) {
        return source.parameters().mean(name, depth);
    }

    /** A parameter of all models, its mean over tensors; what a single model says of it counts for nothing. */
    Optional<Double> shared(String name) {
        return shared.mean(name, depth);
    }

    /** A parameter of all models that is true or false. */
    boolean flag(String name, boolean otherwise) {
        return shared(name).map(value -> value >= 0.5).orElse(otherwise);
    }
}
