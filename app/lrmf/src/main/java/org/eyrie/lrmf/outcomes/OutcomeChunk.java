package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some models that lie together and their outcomes: of all models in their order the first {@value #ROWS}, or the next.
 * Everything that adds up over models is added up within a chunk, and then over chunks in their order. So one process and
 * any number of machines find the same to the last bit.
 *
 * @param first row of the first model, a multiple of {@value #ROWS}
 * @param table outcomes of {@value #ROWS} models, fewer in the last chunk
 */
public record OutcomeChunk(int first, OutcomeTable table) implements Serializable {

    /** Models in a chunk: enough for whole blocks of cells, few enough for many machines to share a thousand. */
    public static final int ROWS = 1 << 12;

    public OutcomeChunk {
        if (first < 0 || first % ROWS != 0 || table.rows() > ROWS) {
            throw new IllegalArgumentException(
                    "No chunk of " + table.rows() + " models begins at " + first + "; chunks are of " + ROWS);
        }
    }

    /** The chunks of a table, in their order. */
    public static OutcomeChunk[] of(OutcomeTable table) {
        return IntStream.iterate(0, from -> from < table.rows(), from -> from + ROWS)
                .mapToObj(from -> new OutcomeChunk(
                        from,
                        table.ofRows(IntStream.range(from, Math.min(table.rows(), from + ROWS))
                                .toArray())))
                .toArray(OutcomeChunk[]::new);
    }

    /** Number of models. */
    public int models() {
        return table.rows();
    }

    /** The numbers of this chunk's models, of {@code width} for each of all models. */
    public double[] slice(double[] ofAll, int width) {
        return Arrays.copyOfRange(ofAll, first * width, (first + models()) * width);
    }

    /** Rows of these that are in this chunk, counted from its first. */
    public int[] among(int[] rows) {
        return Arrays.stream(rows)
                .filter(u -> u >= first && u < first + models())
                .map(u -> u - first)
                .toArray();
    }

    /** The outcomes that a fit sees. */
    OutcomeTable seen(ChunkState state) {
        return state.hidden().length == 0 ? table : table.without(state.hidden());
    }
}
