package org.eyrie.sources.mergekit;

import java.util.List;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** A value, or values along the layers, those between them interpolated. */
final class Gradient {

    private final String name;
    private final double[] anchors;

    /** @throws IllegalArgumentException if it is neither, or not finite */
    Gradient(String name, Object value) {
        this.name = name;
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        this.anchors = values.stream().mapToDouble(this::number).toArray();
    }

    /** Its value, from 0 at the first layer, where the first anchor holds, to 1 at the last layer and anchor. */
    double at(double depth) {
        double position = depth * (anchors.length - 1);
        int before = (int) position;
        double here = anchors[Math.min(before + 1, anchors.length - 1)];
        return anchors[before] + (position - before) * (here - anchors[before]);
    }

    // YAML takes 1e-3 for a text; mergekit takes texts that are numbers.
    private double number(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        try {
            double number = value instanceof Number || value instanceof String
                    ? Double.parseDouble(String.valueOf(value).strip())
                    : Double.NaN;
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with all else that is no number
        }
        throw new IllegalArgumentException("parameter " + name + " must be a number, a gradient or a list of filters"
                + " with values, each finite, not " + (value instanceof Number ? value : ParsedTree.describe(value)));
    }
}
