package org.eyrie.program.run;

import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.TermGraph;

/** Sums, differences and products, of numbers with numbers, of tensors with either. */
final class Arithmetic {

    private Arithmetic() {}

    static TermWork work(Term term, TermGraph graph) {
        Operator operator = term.operator();
        if (!term.type().value().elementwise()) {
            return Scalars.work(in -> numbers(operator, in));
        }
        boolean left = graph.term(term.inputs().get(0)).type().value().elementwise();
        boolean right = graph.term(term.inputs().get(1)).type().value().elementwise();
        if (left && right) {
            return Elementwise.work(
                    (in, parent, k) -> result(operator, in.piece(0, parent)[k], in.piece(1, parent)[k]));
        }
        int tensor = left ? 0 : 1;
        return Elementwise.work((in, parent, k) -> (float) in.number(1 - tensor, parent) * in.piece(tensor, parent)[k]);
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

    private static float result(Operator operator, float a, float b) {
        return operator == Operator.ADD ? a + b : operator == Operator.SUBTRACT ? a - b : a * b;
    }
}
