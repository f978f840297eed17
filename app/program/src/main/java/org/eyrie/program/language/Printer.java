package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a graph to text. What is used twice gets a name. */
final class Printer {

    private final TermGraph graph;
    private final Detail detail;
    private final int[] uses;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Double, Integer> seeds = new LinkedHashMap<>();
    private final StringBuilder lets = new StringBuilder();

    private Printer(TermGraph graph, Detail detail) {
        this.graph = graph;
        this.detail = detail;
        this.uses = new int[graph.terms().size()];
        graph.terms().forEach(term -> term.inputs().forEach(input -> uses[input]++));
    }

    static String text(TermGraph graph, Detail detail) {
        Printer printer = new Printer(graph, detail);
        String delta = printer.term(graph.result());
        boolean difference = graph.root().operator() == Operator.SUBTRACT && !printer.names.containsKey(graph.result());
        return printer.lets + "base + " + (difference ? "(" + delta + ")" : delta);
    }

    private String term(int number) {
        String name = names.get(number);
        if (name != null) {
            return name;
        }
        String text = written(graph.term(number));
        if (uses[number] < 2
                || graph.term(number).inputs().isEmpty()
                || Roles.names(graph.term(number).operator())) {
            return text;
        }
        name = name(names.size());
        names.put(number, name);
        lets.append("let ").append(name).append(" = ").append(text).append('\n');
        return name;
    }

    private static String name(int number) {
        String letter = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? letter : letter + number / 26;
    }

    private String written(Term term) {
        return switch (term.operator().form()) {
            case LEAF -> term.constant() ? detail.number(term.number()) : term.word();
            case NAME -> term.operator().text();
            case INFIX -> infix(term);
            case LIST, CALL -> term.operator().text() + "(" + String.join(", ", arguments(term)) + ")";
        };
    }

    private String infix(Term term) {
        int left = term.inputs().get(0);
        int right = term.inputs().get(1);
        boolean product = term.operator() == Operator.MULTIPLY;
        String first = term(left);
        String second = term(right);
        if (product && bare(left, false)) {
            first = "(" + first + ")";
        }
        if (bare(right, product)) {
            second = "(" + second + ")";
        }
        return first + " " + term.operator().text() + " " + second;
    }

    /** Whether it is a sum, or with products too a product, that stands there without a name. */
    private boolean bare(int number, boolean products) {
        Operator operator = graph.term(number).operator();
        return operator.form() == Form.INFIX
                && !names.containsKey(number)
                && (products || operator != Operator.MULTIPLY);
    }

    private List<String> arguments(Term term) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < term.inputs().size(); i++) {
            int input = term.inputs().get(i);
            if (Roles.names(term.operator())) {
                arguments.add(Digits.text(graph.term(input).number()));
                continue;
            }
            Parameter parameter =
                    term.operator().parameters().get(term.operator().form() == Form.LIST ? 0 : i);
            if (!parameter.named()) {
                arguments.add(term(input));
            } else if (!left(parameter, graph.term(input))) {
                arguments.add(parameter.name() + "="
                        + (Roles.seed(term.operator(), i) ? seed(graph.term(input)) : term(input)));
            }
        }
        return arguments;
    }

    private String seed(Term seed) {
        return switch (detail) {
            case EXACT -> Digits.text(seed.number());
            case KEY -> Integer.toString(seeds.computeIfAbsent(seed.number(), unknown -> seeds.size()));
            case SPECIES -> "#";
        };
    }

    /** Whether it may be left out, which a seed may not where seeds are renumbered. */
    private boolean left(Parameter parameter, Term given) {
        if (detail != Detail.EXACT && parameter.name().equals("seed")) {
            return false;
        }
        return given.operator() == Operator.WORD
                ? given.word().equals(parameter.words().get(0))
                : given.constant() && given.number() == parameter.fallback();
    }
}
