package org.eyrie.sources.mergekit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a method's parameters say what each model contributes; as mergekit 0.1.5 computes it. */
enum WeightRule {
    /** The result is a weighted mean. */
    MEAN("weight, normalised"),
    /** It is a mean of what differs from the base, on a sphere around it. */
    SPHERE("weight, normalised over the models other than the base"),
    /** It lies between two models. */
    BETWEEN("t for the second model, 1 - t for the base"),
    /** Differences to a base are scaled and added up. */
    DIFFERENCES("weight of each difference to the base, which has the rest"),
    /** Nothing but the choice of models decides. */
    ALIKE("every model alike"),
    /** Layers are stacked. */
    LAYERS("layers contributed over layers in all"),
    /** The values of the weights decide, how much of the base remains too. */
    VALUES("no shares: the values of the weights decide"),
    /** The values of the weights decide, but nothing of the base remains. */
    VALUES_WITHOUT_BASE("no shares but the base's, which is none: the values of the weights decide"),
    /** Nobody here knows the method. */
    UNKNOWN("no shares: the method is not known");

    private static final double NOTHING = 1e-6;

    private final String words;

    WeightRule(String words) {
        this.words = words;
    }

    /** The rule in words, to be kept with the recipe. */
    String words() {
        return words;
    }

    /** The rule of a method. */
    static WeightRule of(String method) {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "linear" -> MEAN;
            case "nuslerp", "multislerp" -> SPHERE;
            case "slerp" -> BETWEEN;
            case "task_arithmetic",
                    "ties",
                    "dare_linear",
                    "dare_ties",
                    "della",
                    "della_linear",
                    "breadcrumbs",
                    "breadcrumbs_ties" -> DIFFERENCES;
            case "karcher", MergeDocument.MIXTURE -> ALIKE;
            case "passthrough" -> LAYERS;
            case "nearswap", "arcee_fusion", "model_stock" -> VALUES;
            case "sce", "ram", "ramplus_tl" -> VALUES_WITHOUT_BASE;
            default -> UNKNOWN;
        };
    }

    /** Whether a base that is in no list is merged like those that are, as mergekit does it with models. */
    boolean takesBaseIn(Parameters shared) {
        return this == ALIKE || (this == MEAN && shared.has("weight"));
    }

    /** What the sources of one slice contribute, one of which may be the base. */
    Contributions shares(SliceOfMerge slice) {
        Contributions shares = new Contributions();
        ModelReference base = slice.base();
        if (base != null) {
            shares.addBase(base);
        }
        switch (this) {
            case MEAN -> mean(slice.sources(), slice.flag("normalize", true), slice, shares);
            case SPHERE -> sphere(slice, shares);
            case BETWEEN -> between(slice, shares);
            case DIFFERENCES -> TaskVectors.of(slice).into(shares);
            case ALIKE, LAYERS ->
                slice.sources()
                        .forEach(source ->
                                shares.add(source.model(), 1.0 / slice.sources().size()));
            case VALUES, UNKNOWN -> {
                slice.others().forEach(source -> shares.addUnknown(source.model()));
                if (base != null) {
                    shares.addUnknown(base);
                }
            }
            case VALUES_WITHOUT_BASE -> {
                slice.others().forEach(source -> shares.addUnknown(source.model()));
                if (base != null) {
                    shares.add(base, 0);
                }
            }
        }
        return shares;
    }

    private static void mean(
            List<SliceOfMerge.Contributor> sources, boolean normalised, SliceOfMerge slice, Contributions shares) {
        double[] weights = sources.stream().mapToDouble(slice::weight).toArray();
        double sum = normalised ? Arrays.stream(weights).sum() : 1;
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(sum) < NOTHING) {
                shares.addUnknown(sources.get(i).model());
            } else {
                shares.add(sources.get(i).model(), weights[i] / sum);
            }
        }
    }

    // Of two whose weights cancel out nuslerp takes half of each; of a single model multislerp takes all.
    private static void sphere(SliceOfMerge slice, Contributions shares) {
        List<SliceOfMerge.Contributor> others = slice.others();
        boolean normalised = slice.flag("normalize_weights", true);
        double sum = others.stream().mapToDouble(slice::weight).sum();
        if (others.size() == 1 || (Math.abs(sum) < NOTHING && others.size() == 2)) {
            others.forEach(source -> shares.add(source.model(), 1.0 / others.size()));
            return;
        }
        mean(others, normalised, slice, shares);
        if (slice.base() != null && !normalised) {
            shares.add(slice.base(), 1 - sum);
        }
    }

    private static void between(SliceOfMerge slice, Contributions shares) {
        Optional<Double> t = slice.shared("t");
        @Nullable ModelReference base = slice.base();
        List<SliceOfMerge.Contributor> others = slice.others();
        if (base == null || others.size() != 1 || t.isEmpty()) {
            slice.sources().forEach(source -> shares.addUnknown(source.model()));
            if (base != null) {
                shares.addUnknown(base);
            }
            return;
        }
        shares.add(base, 1 - t.get());
        shares.add(others.get(0).model(), t.get());
    }
}
