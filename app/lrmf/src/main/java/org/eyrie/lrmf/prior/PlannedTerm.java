package org.eyrie.lrmf.prior;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.lrmf.field.PenaltyTerms;

/** A term whose nodes have provisional numbers. */
final class PlannedTerm {

    /** A coefficient: of the base where {@code pull} is -1, else of that pull. */
    private record Part(int pull, int node, double coefficient, int looseness) {}

    /** So much of a drift. */
    private record Step(int drift, double times) {}

    private final TermClass termClass;
    private final List<Part> parts = new ArrayList<>(4);
    private final List<Step> drifts = new ArrayList<>(0);

    PlannedTerm(TermClass termClass) {
        this.termClass = termClass;
    }

    PlannedTerm add(int node, double coefficient) {
        return add(node, coefficient, 0);
    }

    PlannedTerm add(int node, double coefficient, int looseness) {
        parts.add(new Part(-1, node, coefficient, looseness));
        return this;
    }

    PlannedTerm pull(int q, int node, double coefficient, int looseness) {
        parts.add(new Part(q, node, coefficient, looseness));
        return this;
    }

    /** Adds a drift, or nothing for -1. */
    void drift(int number, double times) {
        if (number >= 0) {
            drifts.add(new Step(number, times));
        }
    }

    void writeTo(PenaltyTerms.Builder terms, NodeNumbers numbers, TermClasses classes) {
        terms.term(classes.indexOf(termClass), 1);
        for (Part part : parts) {
            int node = numbers.last(part.node);
            if (part.pull < 0) {
                terms.add(node, part.coefficient, part.looseness);
            } else {
                terms.pull(part.pull, node, part.coefficient, part.looseness);
            }
        }
        for (Step step : drifts) {
            terms.drift(step.drift, step.times);
        }
    }
}
