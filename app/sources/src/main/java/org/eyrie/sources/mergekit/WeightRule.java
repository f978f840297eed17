package org.eyrie.sources.mergekit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a method's parameters say what each model contributes. */
enum WeightRule {
    /** The result is a weighted mean. */
    MEAN("weight, normalised"),
    /** The result lies between two models. */
    BETWEEN("t for the second model, 1 - t for the base"),
    /** Differences to a base are scaled, thinned out and added up. */
    DIFFERENCES("|weight| x density, normalised over the models other than the base"),
    /** Nothing but the choice of models decides. */
    ALIKE("every model alike"),
    /** Layers are stacked. */
    LAYERS("layers contributed over layers in all");

    private final String words;

    WeightRule(String words) {
        this.words = words;
    }

    /** The rule in words, to be kept with the recipe. */
    String words() {
        return words;
    }

    /** The rule of a method; {@link #ALIKE} for one that is not known. */
    static WeightRule of(String method) {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "linear", "nuslerp", "multislerp" -> MEAN;
            case "slerp" -> BETWEEN;
            case "task_arithmetic",
                    "ties",
                    "dare_linear",
                    "dare_ties",
                    "della",
                    "della_linear",
                    "breadcrumbs",
                    "breadcrumbs_ties" -> DIFFERENCES;
            case "passthrough" -> LAYERS;
            default -> ALIKE;
        };
    }

    /** What the sources of one slice contribute, one of which may be the base. */
    Contributions shares(List<Contributor> sources, @Nullable ModelReference base) {
        Contributions shares = new Contributions();
        if (base != null) {
            shares.addBase(base);
        }
        boolean onlyBase = sources.stream().allMatch(source -> Objects.equals(source.model(), base));
        for (Contributor source : sources) {
            boolean isBase = source.model().equals(base);
            double share = share(source, isBase);
            if (!isBase || onlyBase || this != DIFFERENCES) {
                shares.add(source.model(), share);
            }
        }
        // Written as one model and a base: the base is the other end without standing in the list.
        if (this == BETWEEN && base != null && sources.size() == 1) {
            shares.add(base, share(new Contributor(base, sources.get(0).parameters()), true));
        }
        return shares;
    }

    private double share(Contributor source, boolean isBase) {
        return switch (this) {
            case MEAN -> Math.abs(source.parameters().mean("weight").orElse(1.0));
            case BETWEEN -> {
                double t = Math.min(1, Math.max(0, source.parameters().mean("t").orElse(0.5)));
                yield isBase ? 1 - t : t;
            }
            case DIFFERENCES ->
                Math.abs(source.parameters().mean("weight").orElse(1.0))
                        * Math.abs(source.parameters().mean("density").orElse(1.0));
            case ALIKE, LAYERS -> 1;
        };
    }

    /**
     * A model in a slice.
     *
     * @param model which
     * @param parameters in force for it
     */
    record Contributor(ModelReference model, Parameters parameters) {}
}
