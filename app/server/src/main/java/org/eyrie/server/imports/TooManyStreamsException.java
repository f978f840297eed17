package org.eyrie.server.imports;

/** Too many streams come in at once. */
public final class TooManyStreamsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyStreamsException() {
        super("Other streams are being taken in. Try again in a minute, or send one after the other.");
    }
}
