package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of a program, each once however often it is used, inputs before what uses them.
 *
 * @param terms numbered from 0; what a term takes has a smaller number
 * @param result the number of the term that is added to the base
 */
public record TermGraph(List<Term> terms, int result) {

    public TermGraph {
        terms = List.copyOf(terms);
        if (result < 0 || result >= terms.size()) {
            throw new IllegalArgumentException("No term has the number " + result);
        }
    }

    public Term term(int number) {
        return terms.get(number);
    }

    /** What is added to the base. */
    public Term root() {
        return terms.get(result);
    }

    /** How many operators and numbers there are; words and the two at the top, base and plus, do not count. */
    public int size() {
        return (int)
                terms.stream().filter(term -> term.operator() != Operator.WORD).count();
    }

    /**
     * The longest way from the result to a term that takes nothing, counted in terms; a sum or difference of many is one, however
     * it is written.
     */
    public int depth() {
        int[] depth = new int[terms.size()];
        for (int i = 0; i < depth.length; i++) {
            int below = 0;
            for (int input : terms.get(i).inputs()) {
                boolean same = isSum(terms.get(i)) && isSum(terms.get(input));
                below = Math.max(below, depth[input] - (same ? 1 : 0));
            }
            depth[i] = below + 1;
        }
        return depth[result];
    }

    private static boolean isSum(Term term) {
        return term.operator() == Operator.ADD || term.operator() == Operator.SUBTRACT;
    }

    /** The inputs of a term. */
    public List<Term> inputs(Term term) {
        return term.inputs().stream().map(terms::get).toList();
    }

    /** Only what the result needs, in an order that depends on the result alone. */
    TermGraph pruned() {
        Builder builder = new Builder();
        return builder.graph(builder.copy(this, result));
    }

    /** Makes a graph; equal terms become one. */
    static final class Builder {

        private final List<Term> terms = new ArrayList<>();
        private final Map<Term, Integer> numbers = new HashMap<>();

        Term term(int number) {
            return terms.get(number);
        }

        int number(double value) {
            return intern(new Term(Operator.NUMBER, List.of(), value + 0.0, "", TermType.NUM));
        }

        int word(String word) {
            return intern(new Term(Operator.WORD, List.of(), 0, word, TermType.WORD));
        }

        /**
         * @throws TypeFault if the operator does not take these
         */
        int add(Operator operator, List<Integer> inputs) throws TypeFault {
            List<Integer> needed = withoutDefaults(operator, inputs);
            TermType type = Typing.of(operator, needed.stream().map(terms::get).toList());
            return intern(new Term(operator, needed, 0, "", type));
        }

        /** For terms of which it is known that they fit. */
        int sure(Operator operator, List<Integer> inputs) {
            try {
                return add(operator, inputs);
            } catch (TypeFault e) {
                throw new IllegalStateException(operator + ": " + e.getMessage(), e);
            }
        }

        int copy(TermGraph from, int number) {
            return copy(from, number, new HashMap<>());
        }

        private int copy(TermGraph from, int number, Map<Integer, Integer> done) {
            Integer known = done.get(number);
            if (known != null) {
                return known;
            }
            Term term = from.term(number);
            List<Integer> inputs = new ArrayList<>();
            for (int input : term.inputs()) {
                inputs.add(copy(from, input, done));
            }
            int copy = intern(new Term(term.operator(), inputs, term.number(), term.word(), term.type()));
            done.put(number, copy);
            return copy;
        }

        TermGraph graph(int result) {
            return new TermGraph(terms, result);
        }

        int size() {
            return terms.size();
        }

        private int intern(Term term) {
            return numbers.computeIfAbsent(term, made -> {
                terms.add(made);
                return terms.size() - 1;
            });
        }

        /** What is written though it could be left out is left out, so that both are one term. */
        private List<Integer> withoutDefaults(Operator operator, List<Integer> inputs) {
            List<Integer> needed = new ArrayList<>(inputs);
            while (!needed.isEmpty() && operator.form() == Form.CALL) {
                int last = needed.size() - 1;
                Parameter parameter = operator.parameters().get(last);
                Term given = terms.get(needed.get(last));
                boolean same = given.operator() == Operator.WORD
                        ? !parameter.words().isEmpty()
                                && given.word().equals(parameter.words().get(0))
                        : given.constant() && given.number() == parameter.fallback();
                if (!parameter.optional() || !same || Roles.seed(operator, last)) {
                    break;
                }
                needed.remove(last);
            }
            return needed;
        }
    }
}
