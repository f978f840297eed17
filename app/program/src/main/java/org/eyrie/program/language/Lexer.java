package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text into tokens. A {@code #} begins a comment, which ends with its line. */
final class Lexer {

    private static final Pattern NEXT = Pattern.compile("(?<space>[ \\t\\r\\n]+|#[^\\n]*)"
            + "|(?<number>(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z_0-9]*)"
            + "|(?<sign>[-+*(),=])");

    private Lexer() {}

    /** The tokens, with a foreign one and a fault for each character that belongs to none. */
    static List<Token> tokens(String text, Faults faults) {
        List<Token> tokens = new ArrayList<>();
        Matcher next = NEXT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            next.region(at, text.length());
            if (!next.lookingAt()) {
                String foreign = Character.toString(text.codePointAt(at));
                String shown = foreign.equals("\"") ? "quotation mark" : "\"" + foreign + "\"";
                faults.add(at, "The language has no " + shown + ". " + advice(text.charAt(at)));
                tokens.add(new Token(Token.Kind.FOREIGN, foreign, at));
                at += foreign.length();
                continue;
            }
            if (next.group("number") != null) {
                tokens.add(new Token(Token.Kind.NUMBER, next.group(), at));
            } else if (next.group("name") != null) {
                tokens.add(new Token(Token.Kind.NAME, next.group(), at));
            } else if (next.group("sign") != null) {
                tokens.add(new Token(Token.Kind.SIGN, next.group(), at));
            }
            at = next.end();
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
        return tokens;
    }

    private static String advice(char at) {
        return switch (at) {
            case '/' -> "Multiply by the inverse.";
            case '[', ']', '{', '}' -> "Lists are arguments: each(.5, .5).";
            case '^' -> "Use power(v, e).";
            case '"', '\'' -> "Words stand without quotes.";
            case '.' -> "Nothing has members; a number begins with a digit or a dot before one.";
            case ';' -> "A line's end needs no sign.";
            default -> "It has names, numbers, and the signs + - * ( ) , = #.";
        };
    }
}
