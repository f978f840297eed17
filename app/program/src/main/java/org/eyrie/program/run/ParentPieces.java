package org.eyrie.program.run;

import java.io.IOException;
import java.util.List;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.TermGraph;

/** Pieces of the base and of parents, each read once for all terms that want it. */
final class ParentPieces {

    private final TensorGroup group;
    private final float[][] pieces;
    private final boolean[] read;

    ParentPieces(TensorGroup group, int largest) {
        this.group = group;
        this.pieces = new float[group.parents() + 1][];
        this.read = new boolean[pieces.length];
        for (int model = 0; model < pieces.length; model++) {
            pieces[model] = new float[largest];
        }
    }

    static boolean reads(Operator operator) {
        return operator == Operator.BASE
                || operator == Operator.TAUS
                || operator == Operator.PARENTS
                || operator == Operator.TAU
                || operator == Operator.PARENT
                || operator == Operator.ONLY;
    }

    /** Forgets the piece before. */
    void next() {
        java.util.Arrays.fill(read, false);
    }

    float[] piece(Piece piece, int model) throws IOException {
        if (!read[model]) {
            group.read(model, piece.from(), pieces[model], piece.count());
            read[model] = true;
        }
        return pieces[model];
    }

    void fill(TermGraph graph, Term term, Piece piece, float[][] out) throws IOException {
        boolean relative =
                term.operator() == Operator.TAUS || term.operator() == Operator.TAU || term.operator() == Operator.ONLY;
        List<Term> named = graph.inputs(term);
        for (int t = 0; t < out.length; t++) {
            int model = term.operator() == Operator.BASE
                    ? 0
                    : named.isEmpty() ? t + 1 : (int) named.get(t).number();
            float[] values = piece(piece, model);
            if (!relative) {
                System.arraycopy(values, 0, out[t], 0, piece.count());
                continue;
            }
            subtract(values, piece(piece, 0), out[t], piece.count());
        }
    }

    private static void subtract(float[] values, float[] base, float[] out, int count) {
        for (int k = 0; k < count; k++) {
            out[k] = values[k] - base[k];
        }
    }
}
