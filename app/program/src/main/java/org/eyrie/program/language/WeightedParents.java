package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sum over parents that are known by number, with weights that are written down. */
final class WeightedParents {

    private WeightedParents() {}

    /**
     * The sum of products as a sum of task vectors.
     *
     * @param factors what each summand is a product of
     * @return null if it is no such sum
     */
    static @Nullable LinearForm sum(TermGraph.Builder builder, List<Integer> factors, double scale) {
        Term each = null;
        Term vectors = null;
        for (int factor : factors) {
            Term term = builder.term(factor);
            if (term.operator() == Operator.EACH && each == null && constant(builder, term)) {
                each = term;
            } else if ((term.operator() == Operator.ONLY || term.operator() == Operator.TAUS) && vectors == null) {
                vectors = term;
            } else {
                return null;
            }
        }
        if (vectors == null || (vectors.operator() == Operator.TAUS && each == null)) {
            return null;
        }
        LinearForm sum = new LinearForm(java.util.Map.of(), TermType.VEC);
        List<Integer> parents = parents(builder, vectors, each);
        for (int i = 0; i < parents.size(); i++) {
            double weight =
                    each == null ? 1 : builder.term(each.inputs().get(i)).number();
            int tau = builder.sure(Operator.TAU, List.of(parents.get(i)));
            sum = sum.plus(LinearForm.of(tau, scale * weight, TermType.VEC), 1, TermType.VEC);
        }
        return sum;
    }

    private static boolean constant(TermGraph.Builder builder, Term each) {
        return each.inputs().stream().allMatch(input -> builder.term(input).constant());
    }

    private static List<Integer> parents(TermGraph.Builder builder, Term vectors, @Nullable Term each) {
        if (vectors.operator() == Operator.ONLY) {
            return vectors.inputs();
        }
        List<Integer> all = new ArrayList<>();
        for (int i = 1; each != null && i <= each.inputs().size(); i++) {
            all.add(builder.number(i));
        }
        return all;
    }
}
