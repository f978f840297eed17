package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an operator gives for what it gets. */
final class Typing {

    private Typing() {}

    /**
     * @throws TypeFault if the operator does not take these
     */
    static TermType of(Operator operator, List<Term> inputs) throws TypeFault {
        if (operator.form() == Form.INFIX) {
            return promoted(operator, inputs.get(0).type(), inputs.get(1).type());
        }
        check(operator, inputs);
        return switch (operator.gives()) {
            case NUM -> TermType.NUM;
            case VEC -> TermType.VEC;
            case VECS -> TermType.vecs(TermType.ALL);
            case MASK -> TermType.MASK;
            case WORD -> TermType.WORD;
            case FIRST -> inputs.get(0).type();
            case PER_OF_FIRST -> TermType.per(inputs.get(0).type().count());
            case COUNTED_PER -> TermType.per(inputs.size());
            case COUNTED_VECS -> TermType.vecs(inputs.size());
            case PROMOTED -> throw new IllegalArgumentException(operator.toString());
        };
    }

    private static void check(Operator operator, List<Term> inputs) throws TypeFault {
        List<TypeFault.Misfit> misfits = misfits(operator, inputs);
        if (!misfits.isEmpty()) {
            throw new TypeFault(misfits);
        }
        beyond(operator, inputs);
    }

    /**
     * What is wrong with inputs of a call each by itself.
     *
     * @param inputs null where one could not be read
     */
    static List<TypeFault.Misfit> misfits(Operator operator, List<? extends @Nullable Term> inputs) {
        List<TypeFault.Misfit> misfits = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Term input = inputs.get(i);
            Parameter parameter = operator.parameters().get(operator.form() == Form.LIST ? 0 : i);
            String refusal = input == null ? null : refusal(operator, parameter, input);
            if (refusal != null) {
                misfits.add(new TypeFault.Misfit(i, refusal));
            }
        }
        return misfits;
    }

    /** What is wrong with one input by itself, or null. */
    private static @Nullable String refusal(Operator operator, Parameter parameter, Term input) {
        if (!parameter.slot().takes(input.type().value())
                || (parameter.slot().literal() && !input.constant() && input.operator() != Operator.WORD)) {
            return operator.text() + " takes " + parameter.slot().phrase() + " as " + parameter.name() + "; this is "
                    + phrase(input);
        }
        if (input.constant() && parameter.slot() != Slot.WEIGHT) {
            String refusal = parameter.refusal(input.number());
            if (refusal != null) {
                return refusal + ".";
            }
        }
        if (input.operator() == Operator.WORD && !parameter.words().contains(input.word())) {
            return parameter.name() + " is one of " + String.join(", ", parameter.words()) + ", not " + input.word()
                    + ".";
        }
        return null;
    }

    /** What no parameter can say by itself. */
    private static void beyond(Operator operator, List<Term> inputs) throws TypeFault {
        if (operator == Operator.ONLY
                && inputs.stream().map(Term::number).distinct().count() < inputs.size()) {
            throw new TypeFault(-1, "only names a parent twice; each once is enough.");
        }
        if (operator == Operator.CURVE && inputs.size() < 2) {
            throw new TypeFault(-1, "curve takes two numbers or more; one number needs no curve.");
        }
        if (operator == Operator.DROP && inputs.get(1).number() >= 1) {
            throw new TypeFault(1, "p is below 1: dropping everything leaves nothing.");
        }
        if (operator == Operator.DROP_SMALL) {
            double share = inputs.get(1).number();
            double spread = inputs.get(2).number();
            if (share - spread <= 0 || share + spread >= 1) {
                throw new TypeFault(2, "share - spread and share + spread are chances, both between 0 and 1.");
            }
        }
        counts(operator, inputs);
    }

    private static void counts(Operator operator, List<Term> inputs) throws TypeFault {
        TermType first = inputs.isEmpty() ? TermType.NUM : inputs.get(0).type();
        for (int i = 1; i < inputs.size() && operator.form() == Form.CALL; i++) {
            TermType other = inputs.get(i).type();
            if (other.value() == ValueType.PER) {
                if (!first.value().perParent()) {
                    throw new TypeFault(i, "A number per parent goes with a tensor per parent, not with one tensor.");
                }
                if (clash(first.count(), other.count())) {
                    throw new TypeFault(i, "It has " + other.count() + " numbers for " + first.count() + " parents.");
                }
            }
        }
    }

    private static boolean clash(int one, int other) {
        return one != TermType.ALL && other != TermType.ALL && one != other;
    }

    private static TermType promoted(Operator operator, TermType left, TermType right) throws TypeFault {
        ValueType a = left.value();
        ValueType b = right.value();
        if (a.perParent() && b.perParent() && clash(left.count(), right.count())) {
            throw new TypeFault(
                    1, "One side speaks of " + left.count() + " parents, the other of " + right.count() + ".");
        }
        boolean product = operator == Operator.MULTIPLY;
        boolean tensors = a == ValueType.VEC || a == ValueType.VECS;
        if (a == b && a != ValueType.WORD && (product ? !tensors : a != ValueType.MASK)) {
            return joined(left, right);
        }
        if (mixed(operator, a, b) || mixed(operator, b, a)) {
            return ranking(a) >= ranking(b) ? wider(left, right) : wider(right, left);
        }
        throw new TypeFault(
                -1,
                capital(left.phrase()) + " and " + right.phrase() + " have no " + name(operator) + "; "
                        + (operator == Operator.MULTIPLY
                                ? "tensors are multiplied by a number, a number per parent or a mask."
                                : "a sum wants two of a kind."));
    }

    /** Whether a sum or product of the one with the other is the other's kind. */
    private static boolean mixed(Operator operator, ValueType small, ValueType large) {
        if (operator == Operator.MULTIPLY) {
            return switch (small) {
                case NUM -> large == ValueType.PER || large == ValueType.VEC || large == ValueType.VECS;
                case PER -> large == ValueType.VECS;
                case MASK -> large == ValueType.VEC || large == ValueType.VECS;
                case VEC, VECS, WORD -> false;
            };
        }
        return (small == ValueType.NUM && large == ValueType.PER)
                || (small == ValueType.VEC && large == ValueType.VECS);
    }

    private static int ranking(ValueType type) {
        return switch (type) {
            case WORD -> 0;
            case NUM -> 1;
            case PER -> 2;
            case MASK -> 3;
            case VEC -> 4;
            case VECS -> 5;
        };
    }

    private static TermType joined(TermType left, TermType right) {
        return left.count() == TermType.ALL ? right : left;
    }

    private static TermType wider(TermType large, TermType small) {
        return large.value().perParent() && small.value().perParent() && large.count() == TermType.ALL
                ? new TermType(large.value(), small.count())
                : large;
    }

    private static String capital(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }

    private static String name(Operator operator) {
        return operator == Operator.MULTIPLY ? "product" : operator == Operator.ADD ? "sum" : "difference";
    }

    private static String phrase(Term input) {
        return input.operator() == Operator.WORD
                ? "the word " + input.word()
                : input.constant()
                        ? "the number " + Digits.text(input.number())
                        : input.type().phrase();
    }
}
