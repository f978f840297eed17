package org.eyrie.program.language;

import java.util.List;
import org.eyrie.model.Fault;

/**
 * How many parents a program can be run on.
 *
 * @param least the highest number by which it names a parent, at least 1
 * @param exact how many there must be, or 0 where any number from {@code least} on will do
 * @param transferable whether it names no parent and counts none, so that it means the same for any
 */
public record Needs(int least, int exact, boolean transferable) {

    /** What is wrong with so many parents, as it is said of a merge; empty where nothing is. */
    public List<Fault> refusals(int parents) {
        if (exact != 0 && parents != exact) {
            return List.of(new Fault(
                    "parents", "The program has weights for " + exact + " parents; here are " + parents + "."));
        }
        if (parents < least) {
            return List.of(new Fault("parents", "The program names parent " + least + "; here are " + parents + "."));
        }
        return List.of();
    }

    /** Of a graph whose types are known; 0 for {@code exact} also where two parts of it ask for different numbers. */
    static Needs of(TermGraph graph) {
        int least = 1;
        int exact = 0;
        boolean counts = false;
        for (Term term : graph.terms()) {
            if (Roles.names(term.operator())) {
                counts = true;
                for (Term input : graph.inputs(term)) {
                    least = Math.max(least, (int) input.number());
                }
            }
            counts |= term.operator() == Operator.EACH;
            exact = Math.max(exact, counted(graph, term));
        }
        return new Needs(Math.max(least, 1), exact, !counts);
    }

    /** Whether parts of a graph contradict each other. */
    static boolean contradictory(TermGraph graph) {
        long sizes = graph.terms().stream()
                .mapToInt(term -> counted(graph, term))
                .filter(size -> size > 0)
                .distinct()
                .count();
        Needs needs = of(graph);
        return sizes > 1 || (needs.exact != 0 && needs.least > needs.exact);
    }

    /** Where all parents meet a number of them, that number. */
    private static int counted(TermGraph graph, Term term) {
        boolean all = false;
        int count = 0;
        for (Term input : graph.inputs(term)) {
            if (input.type().value().perParent()) {
                all |= input.type().count() == TermType.ALL;
                count = Math.max(count, input.type().count());
            }
        }
        return all ? count : 0;
    }
}
