package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From text to a graph. Reads on behind a name that nothing has, or a term of the wrong type, so that one reading finds
 * all of those; what is not a program at all ends it.
 */
public final class Parser {

    /** The longest text. */
    public static final int CHARACTERS = 4_000;

    /** Brackets within brackets: far more than a valid program has, and far fewer than would fill a stack. */
    private static final int NESTING = 100;

    /** Terms before they are made canonical. */
    private static final int TERMS = 1_000;

    private static final int BROKEN = -1;

    private final Faults faults;
    private final TermGraph.Builder builder = new TermGraph.Builder();
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> unused = new HashMap<>();
    private List<Token> tokens = List.of();
    private int next;
    private int nesting;

    private Parser(Faults faults) {
        this.faults = faults;
    }

    /**
     * Reads a program; of its bounds only those that protect the reader are looked at.
     *
     * @throws org.eyrie.model.InvalidInputException if it is none, with every fault found
     */
    static TermGraph parse(String text) {
        Faults faults = new Faults(text);
        if (text.length() > CHARACTERS) {
            faults.whole("It has " + text.length() + " characters; " + CHARACTERS + " are the most.");
            throw faults.refusal("The program");
        }
        Parser parser = new Parser(faults);
        int result = BROKEN;
        try {
            parser.tokens = Lexer.tokens(text, faults);
            result = parser.program();
        } catch (Faults.Stop stop) {
            // It is among the faults.
        }
        if (!faults.none() || result == BROKEN) {
            throw faults.refusal("The program");
        }
        return parser.builder.graph(result).pruned();
    }

    private int program() {
        while (peek().is("let")) {
            let();
        }
        Token first = peek();
        if (!first.is("base")) {
            throw faults.stop(first.start(), "A program ends with what is added to the base: base + ...");
        }
        next++;
        expect("+", "A program says what is added to the base: base + ...");
        int at = peek().start();
        int delta = expression();
        if (peek().kind() != Token.Kind.END) {
            throw faults.stop(
                    peek().start(), "The program ended before " + peek().phrase() + "; is a + or a comma missing?");
        }
        unused.forEach((name, place) -> faults.add(place, name + " is not used. Use it or leave it out."));
        if (delta != BROKEN && builder.term(delta).type().value() != ValueType.VEC) {
            faults.add(
                    at,
                    "What is added is a tensor; this is "
                            + builder.term(delta).type().phrase() + ". Is a sum(...) missing?");
        }
        return delta;
    }

    private void let() {
        next++;
        Token name = take();
        if (name.kind() != Token.Kind.NAME) {
            throw faults.stop(name.start(), "After let comes a name, not " + name.phrase() + ".");
        }
        if (OperatorNames.find(name.text()).isPresent() || name.is("let") || names.containsKey(name.text())) {
            faults.add(name.start(), name.text() + " is taken. Choose another name.");
        }
        expect("=", "After a name comes = and what it stands for.");
        names.put(name.text(), expression());
        unused.put(name.text(), name.start());
    }

    private int expression() {
        int left = product();
        while (peek().is("+") || peek().is("-")) {
            Token sign = take();
            left = infix(sign.is("+") ? Operator.ADD : Operator.SUBTRACT, sign, left, product());
        }
        return left;
    }

    private int product() {
        int left = factor();
        while (peek().is("*")) {
            Token sign = take();
            left = infix(Operator.MULTIPLY, sign, left, factor());
        }
        return left;
    }

    private int factor() {
        Token token = take();
        if (token.is("-")) {
            if (++nesting > NESTING) {
                throw faults.stop(token.start(), "It is nested too deep.");
            }
            int term = factor();
            nesting--;
            return term == BROKEN
                    ? BROKEN
                    : builder.term(term).constant()
                            ? builder.number(-builder.term(term).number())
                            : infix(Operator.MULTIPLY, token, builder.number(-1), term);
        }
        if (token.is("(")) {
            if (++nesting > NESTING) {
                throw faults.stop(token.start(), "It is nested too deep.");
            }
            int inside = expression();
            nesting--;
            expect(")", "A bracket is opened and not closed.");
            return inside;
        }
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case NAME -> named(token);
            case SIGN, END -> throw faults.stop(token.start(), "A term is missing before " + token.phrase() + ".");
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
            faults.add(
                    token.start(), "Nothing is called " + token.text() + "." + NearestName.hint(token.text(), known()));
            if (peek().is("(")) {
                Arguments.skip(this::take, this::peek);
            }
            return BROKEN;
        }
        if (operator.form() == Form.NAME) {
            if (peek().is("(")) {
                throw faults.stop(peek().start(), token.text() + " takes nothing.");
            }
            return made(operator, token, List.of(), List.of());
        }
        return call(operator, token);
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(OperatorNames.all());
        known.addAll(names.keySet());
        return known;
    }

    private int call(Operator operator, Token token) {
        expect("(", token.text() + " takes something in brackets: " + Signature.of(operator));
        if (++nesting > NESTING) {
            throw faults.stop(token.start(), "It is nested too deep.");
        }
        Arguments arguments = new Arguments(operator, token, faults);
        while (!peek().is(")")) {
            Token at = peek();
            if (at.kind() == Token.Kind.NAME && tokens.get(next + 1).is("=")) {
                next += 2;
                int place = peek().start();
                arguments.named(at, value(arguments.parameter(at)), place);
            } else {
                arguments.next(expression(), at);
            }
            if (!peek().is(",")) {
                break;
            }
            next++;
        }
        expect(")", "After an argument comes a comma or the closing bracket.");
        nesting--;
        return made(operator, token, arguments.inOrder(builder), arguments.places());
    }

    /** A word where the parameter wants one, else a term. */
    private int value(Parameter parameter) {
        if (parameter.slot() == Slot.CHOICE && peek().kind() == Token.Kind.NAME) {
            return builder.word(take().text());
        }
        return expression();
    }

    private int infix(Operator operator, Token sign, int left, int right) {
        if (left == BROKEN || right == BROKEN) {
            return BROKEN;
        }
        return made(operator, sign, List.of(left, right), List.of());
    }

    /** The term, or {@link #BROKEN} with a fault at the token or at the argument that does not fit. */
    private int made(Operator operator, Token token, List<Integer> inputs, List<Integer> places) {
        if (inputs.contains(BROKEN) || inputs.contains(Arguments.MISSING)) {
            return BROKEN;
        }
        if (builder.size() > TERMS) {
            throw faults.stop(token.start(), "It has more than " + TERMS + " terms.");
        }
        try {
            return builder.add(operator, inputs);
        } catch (TypeFault fault) {
            int at = fault.input() >= 0 && fault.input() < places.size() ? places.get(fault.input()) : -1;
            faults.add(at < 0 ? token.start() : at, String.valueOf(fault.getMessage()));
            return BROKEN;
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    private void expect(String sign, String reason) {
        Token token = peek();
        if (!token.is(sign)) {
            throw faults.stop(token.start(), reason + " Here is " + token.phrase() + ".");
        }
        next++;
    }
}
