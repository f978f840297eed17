package org.eyrie.sources.mergekit;

import java.util.List;

/**
 * Differences of models to a base, scaled and added to it.
 *
 * <p>Density is no share. What is dropped at random is made up for, unless the recipe says otherwise: the factor is that of the
 * whole difference then as well. What is dropped for its size are the smallest values, which hardly count.
 *
 * @param slice what is merged
 * @param consensus whether only values of the sign that prevails count
 * @param random whether values are dropped at random rather than for their size
 * @param normalised whether weights are divided by their sum
 * @param rescaled whether what is kept makes up for what is dropped
 */
record TaskVectors(SliceOfMerge slice, boolean consensus, boolean random, boolean normalised, boolean rescaled) {

    private static final double NOTHING = 1e-8;

    /** Read with the defaults that each method has. */
    static TaskVectors of(SliceOfMerge slice) {
        String method = slice.method();
        boolean random = method.startsWith("dare") || method.startsWith("della");
        return new TaskVectors(
                slice,
                method.endsWith("ties") || method.equals("della"),
                random,
                slice.flag("normalize", method.equals("ties") || method.equals("della")),
                slice.flag("rescale", random));
    }

    /** Adds what they contribute, and of the base what is left of one. */
    void into(Contributions shares) {
        List<SliceOfMerge.Contributor> others = slice.others();
        double lambda = slice.shared("lambda").orElse(1.0) / (normalised ? divisor(others) : 1);
        double left = 1;
        for (SliceOfMerge.Contributor source : others) {
            double factor = slice.weight(source) * kept(source) * lambda;
            shares.add(source.model(), factor);
            left -= factor;
        }
        if (slice.base() != null && Math.abs(left) > NOTHING) {
            shares.add(slice.base(), left);
        }
    }

    private double divisor(List<SliceOfMerge.Contributor> others) {
        double sum = others.stream()
                .filter(source -> !consensus || kept(source) > 0)
                .mapToDouble(slice::weight)
                .sum();
        return Math.abs(sum) < NOTHING ? 1 : sum;
    }

    // With consensus and normalised, what one model does not keep the others fill.
    private double kept(SliceOfMerge.Contributor source) {
        double density = Math.min(1, slice.own(source, "density").orElse(1.0));
        boolean thinner = random && !rescaled && !(consensus && normalised);
        return density <= 0 ? 0 : thinner ? density : 1;
    }
}
