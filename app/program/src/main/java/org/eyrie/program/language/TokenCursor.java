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
            // What is missing is missing behind what was read, not where the next line begins.
            int place = next == 0 ? token.start() : tokens.get(next - 1).end();
            throw token.kind() == Token.Kind.FOREIGN
                    ? new Faults.Stop()
                    : faults.stop(place, reason + " Here is " + token.phrase() + ".");
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

    /** Whether a let or the sum comes, here or later. */
    boolean hasStatement() {
        return statement() < tokens.size();
    }

    /** Goes on to the next let, or to the sum; false where there is none. */
    boolean nextStatement() {
        nesting = 0;
        next = Math.min(statement(), tokens.size() - 1);
        return peek().kind() != Token.Kind.END;
    }

    private int statement() {
        for (int at = next; at < tokens.size() - 1; at++) {
            if (tokens.get(at).is("let")
                    || (tokens.get(at).is("base") && tokens.get(at + 1).is("+"))) {
                return at;
            }
        }
        return tokens.size();
    }

    /** How often a name is written, also where what it is in could not be read. */
    long mentions(String name) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.NAME && token.is(name))
                .count();
    }
}
