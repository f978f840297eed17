package org.eyrie.server.cli.ask;

/** Faults that are put together in one sentence, which has one full stop. */
final class Sentence {

    private Sentence() {}

    /** Without a full stop, for more to follow. */
    static String open(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** With what ends a sentence. */
    static String closed(String text) {
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
