package org.eyrie.program.variation;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.program.language.Digits;
import org.eyrie.program.language.Form;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Parameter;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.TermGraph;
import org.eyrie.program.language.ValueType;

/** A term as a tree, to be changed and written down; nobody has checked it. Two that look alike are still two places. */
final class Sketch {

    /** A tree of more nodes is not varied: a graph whose terms are used often is a large tree. */
    static final int LARGEST = 500;

    private final Operator operator;
    private final List<Sketch> inputs;
    private final double number;
    private final String word;
    private final ValueType type;

    /**
     * A node.
     *
     * @param operator what it does
     * @param inputs what it takes, in the order of the operator's parameters
     * @param number of a number, otherwise 0
     * @param word of a word, otherwise empty
     * @param type what it is
     */
    Sketch(Operator operator, List<Sketch> inputs, double number, String word, ValueType type) {
        this.operator = operator;
        this.inputs = List.copyOf(inputs);
        this.number = number;
        this.word = word;
        this.type = type;
    }

    Operator operator() {
        return operator;
    }

    List<Sketch> inputs() {
        return inputs;
    }

    double number() {
        return number;
    }

    String word() {
        return word;
    }

    ValueType type() {
        return type;
    }

    static Sketch number(double value) {
        return new Sketch(Operator.NUMBER, List.of(), value, "", ValueType.NUM);
    }

    static Sketch of(TermGraph graph) {
        return of(graph, graph.result());
    }

    private static Sketch of(TermGraph graph, int number) {
        Term term = graph.term(number);
        List<Sketch> inputs = new ArrayList<>();
        for (int input : term.inputs()) {
            inputs.add(of(graph, input));
        }
        return new Sketch(
                term.operator(), inputs, term.number(), term.word(), term.type().value());
    }

    int size() {
        return 1 + inputs.stream().mapToInt(Sketch::size).sum();
    }

    /** Itself and all below, from the top. */
    List<Sketch> all() {
        List<Sketch> all = new ArrayList<>();
        all.add(this);
        inputs.forEach(input -> all.addAll(input.all()));
        return all;
    }

    /** With that one node, by identity, in the place of another. */
    Sketch with(Sketch old, Sketch replacement) {
        if (this == old) {
            return replacement;
        }
        return new Sketch(
                operator,
                inputs.stream().map(input -> input.with(old, replacement)).toList(),
                number,
                word,
                type);
    }

    Sketch withNumber(double value) {
        return new Sketch(operator, inputs, value, word, type);
    }

    /** The whole program. */
    String program() {
        return "base + " + text();
    }

    private String text() {
        return switch (operator.form()) {
            case LEAF -> operator == Operator.NUMBER ? Digits.text(number) : word;
            case NAME -> operator.text();
            case INFIX ->
                "(" + inputs.get(0).text() + " " + operator.text() + " "
                        + inputs.get(1).text() + ")";
            case CALL, LIST -> operator.text() + "(" + arguments() + ")";
        };
    }

    private String arguments() {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Parameter parameter = operator.parameters().get(operator.form() == Form.LIST ? 0 : i);
            arguments.add((parameter.named() ? parameter.name() + "=" : "")
                    + inputs.get(i).text());
        }
        return String.join(", ", arguments);
    }
}
