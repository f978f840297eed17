package org.eyrie.program.run;

import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.TermGraph;

/**
 * Sums, differences and products, of numbers with numbers, of tensors with either. Most of what is done to most elements is
 * here, so each has a loop of its own, which compilers make good code of.
 */
final class Arithmetic {

    private Arithmetic() {}

    static TermWork work(Term term, TermGraph graph) {
        Operator operator = term.operator();
        if (!term.type().value().elementwise()) {
            return Scalars.work(in -> numbers(operator, in));
        }
        boolean left = graph.term(term.inputs().get(0)).type().value().elementwise();
        boolean right = graph.term(term.inputs().get(1)).type().value().elementwise();
        return new TermWork() {
            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                for (int parent = 0; parent < out.length; parent++) {
                    if (left && right) {
                        both(operator, in.piece(0, parent), in.piece(1, parent), out[parent], piece.count());
                    } else {
                        int tensor = left ? 0 : 1;
                        scaled(
                                (float) in.number(1 - tensor, parent),
                                in.piece(tensor, parent),
                                out[parent],
                                piece.count());
                    }
                }
            }
        };
    }

    private static double[] numbers(Operator operator, Operands in) {
        double[] result = new double[Math.max(in.numbers(0).length, in.numbers(1).length)];
        for (int i = 0; i < result.length; i++) {
            double a = in.number(0, i);
            double b = in.number(1, i);
            result[i] = operator == Operator.ADD ? a + b : operator == Operator.SUBTRACT ? a - b : a * b;
        }
        return result;
    }

    private static void both(Operator operator, float[] a, float[] b, float[] out, int count) {
        if (operator == Operator.ADD) {
            for (int k = 0; k < count; k++) {
                out[k] = a[k] + b[k];
            }
        } else if (operator == Operator.SUBTRACT) {
            for (int k = 0; k < count; k++) {
                out[k] = a[k] - b[k];
            }
        } else {
            for (int k = 0; k < count; k++) {
                out[k] = a[k] * b[k];
            }
        }
    }

    private static void scaled(float by, float[] a, float[] out, int count) {
        for (int k = 0; k < count; k++) {
            out[k] = by * a[k];
        }
    }

    /** The sum over parents, in their order, divided by a number. */
    static TermWork sum(boolean mean) {
        return new TermWork() {
            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                float[][] all = in.piece(0);
                float[] sum = out[0];
                System.arraycopy(all[0], 0, sum, 0, piece.count());
                for (int parent = 1; parent < all.length; parent++) {
                    both(Operator.ADD, sum, all[parent], sum, piece.count());
                }
                for (int k = 0; k < piece.count() && mean; k++) {
                    sum[k] /= all.length;
                }
            }
        };
    }
}
