package org.eyrie.program.language;

import java.util.List;

/**
 * What an operator comes to that does nothing, or whose inputs say all.
 *
 * @param term the term that stands for it, or {@link #NUMBER}
 * @param number where it is a number
 */
record Simplification(int term, double number) {

    static final int NUMBER = -1;

    static Simplification of(TermGraph.Builder builder, Operator operator, List<Integer> inputs) {
        return switch (operator) {
            case KEEP, DIFFERING, MIDDLE -> when(constant(builder, inputs, 1, 1), builder, operator, inputs);
            case DROP -> when(constant(builder, inputs, 1, 0), builder, operator, inputs);
            case POWER -> when(constant(builder, inputs, 1, 1), builder, operator, inputs);
            case APART -> when(constant(builder, inputs, 1, 0), builder, operator, inputs);
            case SIGN, ABS, UNIT -> when(builder.term(inputs.get(0)).operator() == operator, builder, operator, inputs);
            case ROW_MEAN, COL_MEAN ->
                when(builder.term(inputs.get(0)).operator() == operator, builder, operator, inputs);
            case SLERP ->
                constant(builder, inputs, 2, 1)
                        ? new Simplification(inputs.get(1), 0)
                        : when(
                                constant(builder, inputs, 2, 0) || inputs.get(0).equals(inputs.get(1)),
                                builder,
                                operator,
                                inputs);
            case WHERE ->
                inputs.get(1).equals(inputs.get(2))
                        ? new Simplification(inputs.get(1), 0)
                        : made(builder, operator, inputs);
            case MIX -> when(inputs.get(0).equals(inputs.get(1)), builder, operator, inputs);
            case RAMP -> equal(inputs) ? number(builder, inputs) : made(builder, operator, inputs);
            case CURVE ->
                equal(inputs)
                        ? number(builder, inputs)
                        : made(builder, inputs.size() == 2 ? Operator.RAMP : Operator.CURVE, inputs);
            case KIND -> kind(builder, inputs);
            default -> made(builder, operator, inputs);
        };
    }

    private static Simplification when(
            boolean nothing, TermGraph.Builder builder, Operator operator, List<Integer> inputs) {
        return nothing ? new Simplification(inputs.get(0), 0) : made(builder, operator, inputs);
    }

    private static Simplification made(TermGraph.Builder builder, Operator operator, List<Integer> inputs) {
        return new Simplification(builder.sure(operator, inputs), 0);
    }

    private static Simplification number(TermGraph.Builder builder, List<Integer> inputs) {
        return new Simplification(NUMBER, builder.term(inputs.get(0)).number());
    }

    private static Simplification kind(TermGraph.Builder builder, List<Integer> inputs) {
        boolean none = inputs.stream()
                .allMatch(input ->
                        builder.term(input).constant() && builder.term(input).number() == 0);
        if (none) {
            return new Simplification(NUMBER, 0);
        }
        return equal(inputs)
                        && inputs.size() == Operator.KIND.parameters().size()
                        && builder.term(inputs.get(0)).constant()
                ? number(builder, inputs)
                : made(builder, Operator.KIND, inputs);
    }

    private static boolean equal(List<Integer> inputs) {
        return inputs.stream().distinct().count() == 1;
    }

    private static boolean constant(TermGraph.Builder builder, List<Integer> inputs, int input, double value) {
        return inputs.size() > input
                && builder.term(inputs.get(input)).constant()
                && builder.term(inputs.get(input)).number() == value;
    }
}
