package org.eyrie.program.effect;

import java.util.Locale;
import org.eyrie.program.run.TensorKind;
import org.eyrie.program.run.TensorPlace;

/**
 * Tensors that are described together: a layer's of one kind, or those of one kind outside of layers.
 *
 * @param layer from 0; -1 before the layers, {@link Integer#MAX_VALUE} behind them
 */
record TensorFamily(int layer, TensorKind kind) implements Comparable<TensorFamily> {

    static TensorFamily of(String name) {
        int layer = TensorPlace.layerOf(name);
        TensorKind kind = TensorKind.of(name);
        if (layer >= 0) {
            return new TensorFamily(layer, kind);
        }
        return new TensorFamily(kind == TensorKind.EMBED ? -1 : Integer.MAX_VALUE, kind);
    }

    /** Such as {@code embed}, {@code layer0.attn}, {@code norm}. */
    String label() {
        String kindName = kind.name().toLowerCase(Locale.ROOT);
        return layer >= 0 && layer < Integer.MAX_VALUE ? "layer" + layer + "." + kindName : kindName;
    }

    @Override
    public int compareTo(TensorFamily other) {
        return layer != other.layer ? Integer.compare(layer, other.layer) : Integer.compare(rank(), other.rank());
    }

    private int rank() {
        return switch (kind) {
            case EMBED -> 0;
            case NORM -> 1;
            case ATTN -> 2;
            case MLP -> 3;
            case HEAD -> 4;
            case OTHER -> 5;
        };
    }
}
