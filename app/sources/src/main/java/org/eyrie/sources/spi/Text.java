package org.eyrie.sources.spi;

/** Quotes input in messages, without letting it fill the screen or steer the terminal. */
public final class Text {

    private static final int SHOWN = 80;

    private Text() {}

    /** The value in quotes, cut after {@value #SHOWN} characters, control characters replaced. */
    public static String quoted(String value) {
        return '"' + shortened(value) + '"';
    }

    /** The value as it may be shown, without quotes. */
    public static String shortened(String value) {
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
