package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/**
 * A text that was read and found to be a program within its bounds.
 *
 * @param written the graph as it is written
 * @param canonical the one that is run
 * @param cost of the canonical one
 */
public record Reading(TermGraph written, TermGraph canonical, Cost cost) {

    /**
     * Reads it.
     *
     * @throws InvalidInputException if it is not a program, or beyond a bound, with every fault found
     */
    public static Reading of(String text) {
        TermGraph written = Parser.parse(text);
        List<Fault> faults = new ArrayList<>();
        if (Needs.contradictory(written)) {
            faults.add(new Fault(
                    "the whole",
                    "Its parts ask for different numbers of parents. Make every each(...) as long as the others."));
            throw new InvalidInputException("The program", faults);
        }
        TermGraph canonical = Canonical.of(written)
                .filter(Reading::looksAtAParent)
                .orElseThrow(
                        () -> new InvalidInputException(
                                "The program",
                                List.of(
                                        new Fault(
                                                "the whole",
                                                "It changes nothing: what is added to the base is 0 or knows no parent. Use taus, tau(i) or parent(i)."))));
        Cost cost = Cost.of(canonical);
        bound(
                faults,
                "operators and numbers",
                cost.terms(),
                Cost.TERMS,
                "Leave some out; what a let names counts once, however often it is used.");
        bound(
                faults,
                "terms within each other",
                cost.depth(),
                Cost.DEPTH,
                "Put terms beside each other, as in a sum, in place of one around the other.");
        bound(
                faults,
                "readings of every parent",
                cost.passes(),
                Cost.PASSES,
                "Put fewer of those operators around each other that see a tensor whole before they give any of it: "
                        + wholeReaders(canonical) + ".");
        bound(
                faults,
                "tensors in memory at once",
                cost.live(),
                Cost.LIVE * Cost.parents(canonical),
                "Use what a let names sooner, or sum over the parents earlier.");
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The program", faults);
        }
        return new Reading(written, canonical, cost);
    }

    private static void bound(List<Fault> faults, String what, int is, int most, String cure) {
        if (is > most) {
            faults.add(new Fault("the whole", "It has " + is + " " + what + "; " + most + " are the most. " + cure));
        }
    }

    private static String wholeReaders(TermGraph graph) {
        return graph.terms().stream()
                .filter(term -> Cost.passes(graph, term) > 0)
                .map(term -> term.operator().text())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean looksAtAParent(TermGraph graph) {
        return graph.terms().stream()
                .map(Term::operator)
                .anyMatch(
                        operator -> operator == Operator.TAUS || operator == Operator.PARENTS || Roles.names(operator));
    }

    /** How many parents it takes. */
    public Needs needs() {
        return Needs.of(canonical);
    }

    /** Text that is read as the canonical graph. */
    public String text() {
        return Printer.text(canonical, Detail.EXACT);
    }

    /** Text that is the same for programs that are one, whatever the fifth digit and the seeds. */
    public String key() {
        return Printer.text(canonical, Detail.KEY);
    }

    /** The same without numbers. */
    public String species() {
        return Printer.text(canonical, Detail.SPECIES);
    }
}
