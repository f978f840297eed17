package org.eyrie.program.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.eyrie.program.language.Cost;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.TermGraph;

/** One way through a tensor: what absorbs in it, what that needs, and the pieces alive. */
final class TensorPass {

    private static final float[][] NO_PIECES = new float[0][];
    private static final double[] NO_NUMBERS = new double[0];

    private final TermGraph graph;
    private final TensorGroup group;
    private final ParentPieces source;
    private final TermWork[] works;
    private final int[] levels;
    private final int[] firsts;
    private final double[][] numbers;
    private final float[][][] pieces;
    private final boolean[] needed;
    private final boolean[] absorbing;
    private final int[] uses;
    private final int[] left;
    private final ArrayDeque<float[]> free = new ArrayDeque<>();
    private final int largest;
    private int number;
    private boolean last;

    TensorPass(TermGraph graph, TensorGroup group, int largest) {
        int terms = graph.terms().size();
        this.graph = graph;
        this.group = group;
        this.largest = largest;
        this.source = new ParentPieces(group, largest);
        this.levels = Cost.levels(graph);
        this.firsts = new int[terms];
        this.works = new TermWork[terms];
        this.numbers = new double[terms][];
        this.pieces = new float[terms][][];
        this.needed = new boolean[terms];
        this.absorbing = new boolean[terms];
        this.uses = new int[terms];
        this.left = new int[terms];
        Works all = new Works(graph, group);
        for (int i = 0; i < terms; i++) {
            works[i] = all.of(graph.term(i));
            firsts[i] = levels[i] - Cost.passes(graph, graph.term(i));
            numbers[i] = NO_NUMBERS;
            pieces[i] = NO_PIECES;
        }
    }

    void begin(int number, boolean last) {
        this.number = number;
        this.last = last;
        Arrays.fill(needed, false);
        Arrays.fill(uses, 0);
        for (int i = 0; i < works.length; i++) {
            if (!elementwise(i) && levels[i] == number) {
                numbers[i] = works[i].numbers(inputs(i));
            }
            absorbing[i] = firsts[i] <= number && number < levels[i];
        }
        needed[graph.result()] |= last;
        for (int i = works.length - 1; i >= 0; i--) {
            if (absorbing[i] || needed[i]) {
                for (int input : graph.term(i).inputs()) {
                    if (elementwise(input)) {
                        needed[input] = true;
                        uses[input] += (absorbing[i] ? 1 : 0) + (needed[i] && elementwise(i) ? 1 : 0);
                    }
                }
            }
            works[i].rewind();
        }
    }

    void work(Piece piece) throws IOException {
        source.next();
        System.arraycopy(uses, 0, left, 0, uses.length);
        for (int i = 0; i < works.length; i++) {
            if (absorbing[i]) {
                works[i].absorb(number - firsts[i], piece, inputs(i));
                release(i);
            }
            if (needed[i]) {
                fill(i, piece);
            }
        }
    }

    private void fill(int i, Piece piece) throws IOException {
        Term term = graph.term(i);
        pieces[i] = new float[term.type().countOf(group.parents())][];
        for (int t = 0; t < pieces[i].length; t++) {
            float[] known = free.poll();
            pieces[i][t] = known == null ? new float[largest] : known;
        }
        if (ParentPieces.reads(term.operator())) {
            source.fill(graph, term, piece, pieces[i]);
        } else {
            works[i].fill(piece, inputs(i), pieces[i]);
            release(i);
        }
    }

    /** The inputs of a term were used once. */
    private void release(int i) {
        for (int input : graph.term(i).inputs()) {
            if (elementwise(input) && --left[input] == 0 && !(last && input == graph.result())) {
                recycle(input);
            }
        }
    }

    private void recycle(int i) {
        for (float[] piece : pieces[i]) {
            free.add(piece);
        }
        pieces[i] = NO_PIECES;
    }

    /** The piece was used. */
    void done() {
        for (int i = 0; i < pieces.length; i++) {
            recycle(i);
        }
    }

    void end() {
        for (int i = 0; i < works.length; i++) {
            if (absorbing[i]) {
                works[i].end(number - firsts[i], inputs(i));
            }
        }
    }

    float[] result() {
        return pieces[graph.result()][0];
    }

    float[] base(Piece piece) throws IOException {
        return source.piece(piece, 0);
    }

    private Operands inputs(int i) {
        Term term = graph.term(i);
        double[][] scalars = new double[term.inputs().size()][];
        float[][][] tensors = new float[scalars.length][][];
        for (int k = 0; k < scalars.length; k++) {
            scalars[k] = numbers[term.inputs().get(k)];
            tensors[k] = pieces[term.inputs().get(k)];
        }
        return new Operands(scalars, tensors);
    }

    private boolean elementwise(int i) {
        return graph.term(i).type().value().elementwise() && graph.term(i).operator() != Operator.WORD;
    }
}
