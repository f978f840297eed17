package org.eyrie.program.language;

import java.util.List;

/** A place among a program's tokens, and what is said of those that may not stand there. */
final class TokenCursor {

    /** Brackets within brackets: far more than a valid program has, and far fewer than would fill a stack. */
    private static final int NESTING = 100;

    private final List<Token> tokens;
    private final Faults faults;
    private int next;
    private int nesting;

    TokenCursor(List<Token> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The one behind the next, or the end. */
    Token second() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    /** Takes a sign, or there is a fault behind which the statement cannot be read. */
    void expect(String sign, String reason) {
        Token token = peek();
        if (!token.is(sign)) {
            throw stop(token, reason + " Here is " + token.phrase() + ".");
        }
        next++;
    }

    /** Whether a name and its = stand here. */
    boolean atNamed() {
        return peek().kind() == Token.Kind.NAME && second().is("=");
    }

    /** To be thrown; nothing more is said of a foreign character. */
    Faults.Stop stop(Token at, String reason) {
        return at.kind() == Token.Kind.FOREIGN ? new Faults.Stop() : faults.stop(at.start(), reason);
    }

    /** Into something that lies within something, to be followed by {@link #leave}. */
    void enter(Token at) {
        if (++nesting > NESTING) {
            throw stop(at, "It is nested too deep.");
        }
    }

    void leave() {
        nesting--;
    }

    /** Goes on to the next let, or to the sum; false where there is none. */
    boolean nextStatement() {
        nesting = 0;
        while (peek().kind() != Token.Kind.END) {
            if (peek().is("let") || (peek().is("base") && second().is("+"))) {
                return true;
            }
            next++;
        }
        return false;
    }

    /** How often a name is written, also where what it is in could not be read. */
    long mentions(String name) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.NAME && token.is(name))
                .count();
    }
}
