package org.eyrie.program.run;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.language.Cost;
import org.eyrie.program.language.TermGraph;

/**
 * Runs a program's graph on one tensor after the other, in pieces.
 *
 * <p>Terms that have to see the whole of a tensor first, such as a threshold, cut the run into passes; within a pass every
 * term is worked out piece by piece and let go after its last use. So memory is pieces times live terms, whatever the size
 * of the model.
 */
public final class Execution {

    /** Elements of a piece unless rows are wanted whole and are longer. */
    public static final int PIECE = 1 << 18;

    private final TermGraph graph;
    private final int piece;
    private final BooleanSupplier cancelled;

    /**
     * For a program's graph.
     *
     * @param cancelled asked between pieces; true ends the run with a {@link java.util.concurrent.CancellationException}
     */
    public Execution(TermGraph graph, BooleanSupplier cancelled) {
        this(graph, PIECE, cancelled);
    }

    Execution(TermGraph graph, int piece, BooleanSupplier cancelled) {
        this.graph = graph;
        this.piece = piece;
        this.cancelled = cancelled;
    }

    /**
     * Works out one tensor: the base and what the program adds.
     *
     * @throws InvalidInputException if an element is not finite, with the tensor's name
     */
    public void run(TensorGroup group, TensorSink sink) throws IOException {
        long size = group.rows() * group.columns();
        TensorPass pass = new TensorPass(graph, group, pieceOf(group));
        int last = Cost.levels(graph)[graph.result()];
        for (int number = 0; number <= last; number++) {
            pass.begin(number, number == last);
            for (long from = 0; from < size; ) {
                if (cancelled.getAsBoolean()) {
                    throw new java.util.concurrent.CancellationException("Cancelled.");
                }
                int count = (int) Math.min(pieceOf(group), size - from);
                Piece next = new Piece(from, count, group.columns());
                pass.work(next);
                if (number == last) {
                    write(group, pass, next, sink);
                }
                pass.done();
                from += count;
            }
            pass.end();
        }
    }

    private void write(TensorGroup group, TensorPass pass, Piece next, TensorSink sink) throws IOException {
        float[] delta = pass.result();
        float[] base = pass.base(next);
        // Two loops: the first has no exit and runs many elements at a time.
        for (int k = 0; k < next.count(); k++) {
            delta[k] = base[k] + delta[k];
        }
        for (int k = 0; k < next.count(); k++) {
            if (!Float.isFinite(delta[k])) {
                throw new InvalidInputException(
                        "The merge",
                        List.of(
                                new Fault(
                                        group.name(),
                                        "element " + (next.from() + k) + " becomes " + delta[k]
                                                + ". Either a parent holds such a number there, or the program's weights are too large.")));
            }
        }
        sink.write(delta, next.count());
    }

    private int pieceOf(TensorGroup group) {
        boolean rows = graph.terms().stream().anyMatch(term -> term.operator().rowWise());
        if (!rows) {
            return (int) Math.max(1, Math.min(piece, group.rows() * group.columns()));
        }
        int columns = Math.toIntExact(group.columns());
        return (int) Math.max(1, Math.min(group.rows(), Math.max(1, piece / Math.max(1, columns))) * columns);
    }
}
