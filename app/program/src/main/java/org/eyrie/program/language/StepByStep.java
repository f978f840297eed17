package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A graph as steps, each with a name, in the order in which they are worked out. */
public final class StepByStep {

    /**
     * One step.
     *
     * @param name by which later steps call it
     * @param text what is written
     * @param gives what it is: a tensor, a number per parent
     * @param meaning in words
     * @param pass in which reading of the parents it is known, from 1
     */
    public record Step(String name, String text, String gives, String meaning, int pass) {}

    private StepByStep() {}

    /** All steps but numbers and words; the last is what is added to the base. */
    public static List<Step> of(TermGraph graph) {
        Map<Integer, String> names = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        int[] levels = Cost.levels(graph);
        for (int i = 0; i < graph.terms().size(); i++) {
            Term term = graph.term(i);
            String text = text(term, names);
            boolean leaf = term.inputs().isEmpty() || Roles.names(term.operator());
            names.put(i, leaf ? text : "s" + (steps.size() + 1));
            if (!leaf) {
                steps.add(new Step(
                        names.getOrDefault(i, ""),
                        text,
                        term.type().phrase(),
                        term.operator().meaning(),
                        levels[i] + 1));
            }
        }
        return steps;
    }

    private static String text(Term term, Map<Integer, String> names) {
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < term.inputs().size(); i++) {
            int input = term.inputs().get(i);
            String value = names.getOrDefault(input, "");
            Parameter parameter = term.operator().form() == Form.CALL
                    ? term.operator().parameters().get(i)
                    : null;
            inputs.add(parameter != null && parameter.named() ? parameter.name() + "=" + value : value);
        }
        return switch (term.operator().form()) {
            case LEAF -> term.constant() ? Digits.text(term.number()) : term.word();
            case NAME -> term.operator().text();
            case INFIX -> inputs.get(0) + " " + term.operator().text() + " " + inputs.get(1);
            case CALL, LIST -> term.operator().text() + "(" + String.join(", ", inputs) + ")";
        };
    }
}
