package org.eyrie.program.run;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a model a tensor is.
 *
 * @param kind what it is for
 * @param layer its layer, from 0; 0 before the first, the last one behind the last
 * @param depth 0 in the first layer, 1 in the last and where there is one alone; 0 outside of layers, as in mergekit
 */
public record TensorPlace(TensorKind kind, int layer, double depth) {

    private static final Pattern LAYER = Pattern.compile("(?:^|\\.)(?:layers?|h|blocks?|resblocks)\\.(\\d+)\\.");

    /**
     * By its name.
     *
     * @param layers how many layers the model has
     */
    public static TensorPlace of(String name, int layers) {
        TensorKind kind = TensorKind.of(name);
        int own = layerOf(name);
        if (own < 0 && kind == TensorKind.EMBED) {
            return new TensorPlace(kind, 0, 0);
        }
        int last = Math.max(0, layers - 1);
        if (own < 0) {
            return new TensorPlace(kind, last, 0);
        }
        return new TensorPlace(kind, own, last == 0 ? 1 : Math.min(1, own / (double) last));
    }

    /** How many layers a model with tensors of these names has. */
    public static int layers(Collection<String> names) {
        return names.stream().mapToInt(TensorPlace::layerOf).max().orElse(-1) + 1;
    }

    /** The layer that a tensor's name tells, from 0; -1 outside of layers. */
    public static int layerOf(String name) {
        Matcher layer = LAYER.matcher(name);
        return layer.find() && layer.group(1).length() < 7 ? Integer.parseInt(layer.group(1)) : -1;
    }
}
