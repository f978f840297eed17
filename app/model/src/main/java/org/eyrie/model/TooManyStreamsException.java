package org.eyrie.model;

/** Too many streams come in at once. */
public final class TooManyStreamsException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public TooManyStreamsException() {
        super(
                ErrorCode.TOO_MANY_STREAMS,
                "Other streams are being taken in. Try again in a minute, or send one after the other.");
    }
}
