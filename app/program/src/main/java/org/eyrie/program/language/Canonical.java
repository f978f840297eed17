package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One form for programs that algebra shows to be one.
 *
 * <p>Every term is a sum of products with coefficients ({@link LinearForm}): constants are folded, like terms collected,
 * what is 0 left out, factors and summands put in an order that does not depend on how they were written. A sum over named
 * parents with constant weights becomes a sum of their task vectors; {@link Simplification} knows what single operators do
 * that does nothing. Tensors stay the same up to rounding.
 */
final class Canonical {

    private final TermGraph from;
    private final TermGraph.Builder builder = new TermGraph.Builder();
    private final Map<Integer, LinearForm> forms = new HashMap<>();
    private final Comparator<Integer> order;
    private final int one;

    private Canonical(TermGraph from) {
        this.from = from;
        this.one = builder.number(1);
        Fingerprints bare = new Fingerprints(builder, Detail.SPECIES);
        Fingerprints coarse = new Fingerprints(builder, Detail.KEY);
        Fingerprints exact = new Fingerprints(builder, Detail.EXACT);
        this.order = Comparator.<Integer, Operator>comparing(
                        term -> builder.term(term).operator())
                .thenComparingDouble(this::place)
                .thenComparing(bare::of)
                .thenComparing(coarse::of)
                .thenComparing(exact::of);
    }

    /** The canonical graph, or none where the program changes nothing. */
    static Optional<TermGraph> of(TermGraph graph) {
        Canonical canonical = new Canonical(graph);
        LinearForm delta = canonical.relativeToBase(canonical.form(graph.result()), true);
        if (delta.coefficients().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(canonical.builder.graph(canonical.made(delta)).pruned());
    }

    private double place(int term) {
        Term of = builder.term(term);
        return Roles.names(of.operator()) ? builder.term(of.inputs().get(0)).number() : 0;
    }

    private LinearForm form(int number) {
        LinearForm known = forms.get(number);
        if (known == null) {
            known = worked(from.term(number));
            forms.put(number, known);
        }
        return known;
    }

    private LinearForm worked(Term term) {
        TermType type = term.type();
        Operator operator = term.operator();
        if (operator == Operator.NUMBER) {
            return LinearForm.of(one, term.number(), type);
        }
        if (operator == Operator.ADD || operator == Operator.SUBTRACT) {
            double sign = operator == Operator.ADD ? 1 : -1;
            return relativeToBase(input(term, 0).plus(input(term, 1), sign, type), false);
        }
        if (operator == Operator.MULTIPLY) {
            return product(input(term, 0), input(term, 1), type);
        }
        if (operator == Operator.SUM || operator == Operator.MEAN) {
            return sum(term, input(term, 0));
        }
        return operator == Operator.MIX ? mix(term) : plain(term);
    }

    private LinearForm input(Term term, int input) {
        return form(term.inputs().get(input));
    }

    /** A parent in a sum is the base and its task vector, so that {@code parent(1) - base} is {@code tau(1)}. */
    private LinearForm relativeToBase(LinearForm sum, boolean atTheTop) {
        if (sum.coefficients().size() < 2 && !atTheTop) {
            return sum;
        }
        LinearForm relative = sum;
        for (Map.Entry<Integer, Double> part : sum.coefficients().entrySet()) {
            Term term = builder.term(part.getKey());
            if (term.operator() == Operator.PARENT || term.operator() == Operator.PARENTS) {
                int tau = term.operator() == Operator.PARENT
                        ? builder.sure(Operator.TAU, term.inputs())
                        : builder.sure(Operator.TAUS, List.of());
                int base = builder.sure(Operator.BASE, List.of());
                relative = relative.plus(LinearForm.of(part.getKey(), part.getValue(), term.type()), -1, sum.type())
                        .plus(LinearForm.of(tau, part.getValue(), term.type()), 1, sum.type())
                        .plus(LinearForm.of(base, part.getValue(), TermType.VEC), 1, sum.type());
            }
        }
        return relative;
    }

    private LinearForm product(LinearForm left, LinearForm right, TermType type) {
        if (left.coefficients().isEmpty() || right.coefficients().isEmpty()) {
            return new LinearForm(Map.of(), type);
        }
        if (left.single() && left.term() == one) {
            return right.times(left.coefficient(), type);
        }
        if (right.single() && right.term() == one) {
            return left.times(right.coefficient(), type);
        }
        List<Integer> factors = new ArrayList<>();
        double coefficient = factors(left, factors) * factors(right, factors);
        return LinearForm.of(multiplied(factors), coefficient, type);
    }

    /** Adds what a form is a product of, and gives its coefficient. */
    private double factors(LinearForm form, List<Integer> factors) {
        if (!form.single()) {
            factors.add(made(form));
            return 1;
        }
        addFactors(form.term(), factors);
        return form.coefficient();
    }

    private void addFactors(int term, List<Integer> factors) {
        if (builder.term(term).operator() == Operator.MULTIPLY) {
            builder.term(term).inputs().forEach(input -> addFactors(input, factors));
        } else if (term != one) {
            factors.add(term);
        }
    }

    /** Numbers first, from the left; then what has elements, from the right, which is how types allow it. */
    private int multiplied(List<Integer> factors) {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int factor : factors) {
            (builder.term(factor).type().value() == ValueType.NUM ? numbers : others).add(factor);
        }
        numbers.sort(order);
        others.sort(Comparator.<Integer>comparingInt(
                        factor -> builder.term(factor).type().value() == ValueType.PER
                                ? 0
                                : builder.term(factor).type().value() == ValueType.MASK ? 1 : 2)
                .thenComparing(order));
        int product = -1;
        for (int i = others.size() - 1; i >= 0; i--) {
            product = product < 0 ? others.get(i) : builder.sure(Operator.MULTIPLY, List.of(others.get(i), product));
        }
        int scale = -1;
        for (int number : numbers) {
            scale = scale < 0 ? number : builder.sure(Operator.MULTIPLY, List.of(scale, number));
        }
        return scale < 0 ? product : product < 0 ? scale : builder.sure(Operator.MULTIPLY, List.of(scale, product));
    }

    private LinearForm sum(Term term, LinearForm over) {
        if (over.coefficients().isEmpty()) {
            return new LinearForm(Map.of(), TermType.VEC);
        }
        int count = over.type().count();
        boolean mean = term.operator() == Operator.MEAN && count == TermType.ALL;
        double scale = term.operator() == Operator.MEAN && !mean ? 1.0 / count : 1;
        if (!over.single()) {
            return LinearForm.of(
                    builder.sure(mean ? Operator.MEAN : Operator.SUM, List.of(made(over))), scale, TermType.VEC);
        }
        scale *= over.coefficient();
        List<Integer> factors = new ArrayList<>();
        addFactors(over.term(), factors);
        LinearForm spread = mean ? null : WeightedParents.sum(builder, factors, scale);
        return spread != null
                ? spread
                : LinearForm.of(
                        builder.sure(mean ? Operator.MEAN : Operator.SUM, List.of(over.term())), scale, TermType.VEC);
    }

    private LinearForm mix(Term term) {
        LinearForm share = input(term, 2);
        LinearForm a = input(term, 0);
        LinearForm b = input(term, 1);
        if (share.type().value() == ValueType.NUM
                && (share.coefficients().isEmpty() || (share.single() && share.term() == one))) {
            double w = share.coefficients().isEmpty() ? 0 : share.coefficient();
            return relativeToBase(a.times(1 - w, TermType.VEC).plus(b, w, TermType.VEC), false);
        }
        return plain(term);
    }

    private LinearForm plain(Term term) {
        List<Integer> inputs = new ArrayList<>();
        for (int input : term.inputs()) {
            inputs.add(
                    from.term(input).operator() == Operator.WORD
                            ? builder.word(from.term(input).word())
                            : made(form(input)));
        }
        Simplification simple = Simplification.of(builder, term.operator(), inputs);
        if (simple.term() == Simplification.NUMBER) {
            return LinearForm.of(one, simple.number(), term.type());
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).equals(simple.term())) {
                return input(term, i);
            }
        }
        return LinearForm.of(simple.term(), 1, term.type());
    }

    /** The term that a form stands for. */
    private int made(LinearForm form) {
        List<Integer> parts = new ArrayList<>(form.coefficients().keySet());
        parts.sort(Comparator.<Integer, Boolean>comparing(
                        part -> form.coefficients().getOrDefault(part, 0.0) < 0)
                .thenComparing(order));
        int sum = -1;
        if (parts.stream()
                .noneMatch(
                        part -> builder.term(part).type().value() == form.type().value())) {
            sum = Zero.of(builder, form.type(), one);
            if (parts.isEmpty()) {
                return sum;
            }
        }
        for (int part : parts) {
            double c = form.coefficients().getOrDefault(part, 0.0);
            if (sum < 0) {
                sum = scaled(part, c);
            } else if (c < 0) {
                sum = builder.sure(Operator.SUBTRACT, List.of(sum, scaled(part, -c)));
            } else {
                sum = builder.sure(Operator.ADD, List.of(sum, scaled(part, c)));
            }
        }
        return sum;
    }

    private int scaled(int part, double coefficient) {
        if (part == one) {
            return builder.number(coefficient);
        }
        if (coefficient == 1) {
            return part;
        }
        Term term = builder.term(part);
        int number = builder.number(coefficient);
        if (term.operator() == Operator.MULTIPLY
                && builder.term(term.inputs().get(0)).type().value() == ValueType.NUM
                && term.type().value() != ValueType.NUM) {
            int scale = fromTheLeft(number, term.inputs().get(0));
            return builder.sure(Operator.MULTIPLY, List.of(scale, term.inputs().get(1)));
        }
        return fromTheLeft(number, part);
    }

    /** A number times a product of numbers, so that it needs no brackets. */
    private int fromTheLeft(int number, int part) {
        Term term = builder.term(part);
        if (term.operator() != Operator.MULTIPLY || term.type().value() != ValueType.NUM) {
            return builder.sure(Operator.MULTIPLY, List.of(number, part));
        }
        int left = fromTheLeft(number, term.inputs().get(0));
        return builder.sure(Operator.MULTIPLY, List.of(left, term.inputs().get(1)));
    }
}
