package org.eyrie.program.language;

/**
 * A piece of a program's text.
 *
 * @param kind what it is
 * @param text as it is written
 * @param start its first character, from 0
 */
record Token(Kind kind, String text, int start) {

    enum Kind {
        NUMBER,
        NAME,
        SIGN,
        /** A character that the language has not; a fault says so. */
        FOREIGN,
        END
    }

    boolean is(String sign) {
        return kind != Kind.NUMBER && text.equals(sign);
    }

    /** The place behind its last character. */
    int end() {
        return start + text.length();
    }

    /** For people. */
    String phrase() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
