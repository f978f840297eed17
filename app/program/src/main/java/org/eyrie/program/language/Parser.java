package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Nearest;

/**
 * From text to a graph. Reads on behind a name that nothing has, or a term of the wrong type, and from the next let or
 * the sum behind what cannot be read at all, so that one reading finds every fault.
 */
public final class Parser {

    /** The longest text. */
    public static final int CHARACTERS = 4_000;

    private static final int BROKEN = TermMaker.BROKEN;

    private final Faults faults;
    private final TermMaker terms;
    private final TermGraph.Builder builder;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> unused = new HashMap<>();
    private final TokenCursor at;

    private Parser(List<Token> tokens, Faults faults) {
        this.at = new TokenCursor(tokens, faults);
        this.faults = faults;
        this.terms = new TermMaker(faults);
        this.builder = terms.builder();
    }

    /**
     * Reads a program; of its bounds only those that protect the reader are looked at.
     *
     * @throws org.eyrie.model.InvalidInputException if it is none, with every fault found
     */
    static TermGraph parse(String text) {
        Faults faults = new Faults(text);
        if (text.length() > CHARACTERS) {
            faults.add(
                    CHARACTERS,
                    "It has " + text.length() + " characters; " + CHARACTERS
                            + " are the most, comments and spaces included. Leave out " + (text.length() - CHARACTERS)
                            + ".");
            throw faults.refusal("The program");
        }
        Parser parser = new Parser(Lexer.tokens(text, faults), faults);
        int result = parser.program();
        if (!faults.none() || result == BROKEN) {
            throw faults.refusal("The program");
        }
        return parser.builder.graph(result).pruned();
    }

    private int program() {
        int delta = BROKEN;
        boolean read = false;
        while (!read) {
            try {
                if (at.peek().is("let")) {
                    let();
                } else {
                    delta = result();
                    read = true;
                }
            } catch (Faults.Stop stop) {
                // It is among the faults.
                read = !at.nextStatement();
            }
        }
        unused.forEach((name, place) -> {
            if (at.mentions(name) < 2) {
                faults.add(place, name + " is not used. Use it or leave it out.");
            }
        });
        return delta;
    }

    private int result() {
        Token first = at.peek();
        boolean based = first.is("base");
        if (!based && at.second().is("+") && first.text().equalsIgnoreCase("base")) {
            faults.add(first.start(), "Nothing is called " + first.text() + ". Did you mean \"base\"?");
            based = true;
        }
        if (based) {
            at.take();
            at.expect("+", "A program says what is added to the base: base + ...");
        } else {
            Faults.Stop stop = at.stop(first, "A program ends with what is added to the base: base + ...");
            if (first.kind() == Token.Kind.FOREIGN || first.kind() == Token.Kind.END || at.hasStatement()) {
                throw stop;
            }
        }
        int place = at.peek().start();
        int delta = expression();
        if (at.peek().kind() != Token.Kind.END) {
            throw at.stop(at.peek(), "The program ended before " + at.peek().phrase() + "; is a + or a comma missing?");
        }
        if (delta != BROKEN && builder.term(delta).type().value() != ValueType.VEC) {
            faults.add(
                    place,
                    "What is added is a tensor; this is "
                            + builder.term(delta).type().phrase() + ". Is a sum(...) missing?");
        }
        return delta;
    }

    private void let() {
        at.take();
        Token name = at.take();
        if (name.kind() != Token.Kind.NAME) {
            throw at.stop(name, "After let comes a name, not " + name.phrase() + ".");
        }
        if (OperatorNames.find(name.text()).isPresent() || name.is("let") || names.containsKey(name.text())) {
            faults.add(name.start(), name.text() + " is taken. Choose another name.");
        }
        int value = BROKEN;
        try {
            at.expect("=", "After a name comes = and what it stands for.");
            value = expression();
        } finally {
            names.put(name.text(), value);
            unused.put(name.text(), name.start());
        }
    }

    private int expression() {
        int left = product();
        while (at.peek().is("+") || at.peek().is("-")) {
            Token sign = at.take();
            left = infix(sign.is("+") ? Operator.ADD : Operator.SUBTRACT, sign, left, product());
        }
        return left;
    }

    private int product() {
        int left = factor();
        while (at.peek().is("*")) {
            Token sign = at.take();
            left = infix(Operator.MULTIPLY, sign, left, factor());
        }
        return left;
    }

    private int factor() {
        Token token = at.take();
        if (token.is("-")) {
            at.enter(token);
            int term = factor();
            at.leave();
            return term == BROKEN
                    ? BROKEN
                    : builder.term(term).constant()
                            ? builder.number(-builder.term(term).number())
                            : infix(Operator.MULTIPLY, token, builder.number(-1), term);
        }
        if (token.is("(")) {
            at.enter(token);
            int inside = expression();
            at.leave();
            at.expect(")", "A bracket is opened and not closed.");
            return inside;
        }
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case NAME -> named(token);
            case SIGN, FOREIGN, END -> throw at.stop(token, "A term is missing before " + token.phrase() + ".");
        };
    }

    private int number(Token token) {
        double number = Digits.rounded(Double.parseDouble(token.text()));
        if (number > 1e9) {
            faults.add(token.start(), token.text() + " is further from 0 than anything a program needs.");
            return BROKEN;
        }
        return builder.number(number);
    }

    private int named(Token token) {
        Integer let = names.get(token.text());
        if (let != null) {
            unused.remove(token.text());
            return let;
        }
        Operator operator = OperatorNames.find(token.text()).orElse(null);
        if (operator == null) {
            faults.add(token.start(), "Nothing is called " + token.text() + "." + Nearest.hint(token.text(), known()));
            if (at.peek().is("(")) {
                argumentsOfNothing();
            }
            return BROKEN;
        }
        if (operator.form() == Form.NAME) {
            if (at.peek().is("(")) {
                throw at.stop(at.peek(), token.text() + " takes nothing.");
            }
            return terms.made(operator, token, List.of(), List.of());
        }
        return call(operator, token);
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(OperatorNames.all());
        known.addAll(names.keySet());
        return known;
    }

    private int call(Operator operator, Token token) {
        if (!at.peek().is("(")) {
            faults.add(token.start(), token.text() + " takes something in brackets: " + Signature.of(operator));
            return BROKEN;
        }
        at.take();
        at.enter(token);
        Arguments arguments = new Arguments(operator, token, faults);
        while (!at.peek().is(")")) {
            Token first = at.peek();
            if (at.atNamed()) {
                at.take();
                at.take();
                int place = at.peek().start();
                arguments
                        .parameter(first)
                        .ifPresentOrElse(
                                parameter -> arguments.named(parameter, value(parameter), place), this::valueOfNothing);
            } else {
                arguments.next(expression(), first);
            }
            if (!at.peek().is(",")) {
                break;
            }
            at.take();
        }
        at.expect(")", "After an argument comes a comma or the closing bracket.");
        at.leave();
        return terms.made(operator, token, arguments.inOrder(builder), arguments.places());
    }

    /** Reads what is in the brackets of something that there is not, for the faults that are in there. */
    private void argumentsOfNothing() {
        at.take();
        at.enter(at.peek());
        while (!at.peek().is(")")) {
            if (at.atNamed()) {
                at.take();
                at.take();
                valueOfNothing();
            } else {
                expression();
            }
            if (!at.peek().is(",")) {
                break;
            }
            at.take();
        }
        at.expect(")", "After an argument comes a comma or the closing bracket.");
        at.leave();
    }

    /** A term, or a word of which nobody can say whether it is one. */
    private void valueOfNothing() {
        Token after = at.second();
        if (at.peek().kind() == Token.Kind.NAME && (after.is(",") || after.is(")"))) {
            at.take();
        } else {
            expression();
        }
    }

    /** A word where the parameter wants one, else a term. */
    private int value(Parameter parameter) {
        if (parameter.slot() == Slot.CHOICE && at.peek().kind() == Token.Kind.NAME) {
            return builder.word(at.take().text());
        }
        return expression();
    }

    private int infix(Operator operator, Token sign, int left, int right) {
        if (left == BROKEN || right == BROKEN) {
            return BROKEN;
        }
        return terms.made(operator, sign, List.of(left, right), List.of());
    }
}
