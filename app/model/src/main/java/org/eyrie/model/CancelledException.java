package org.eyrie.model;

/** A job was cancelled before it ended. */
public final class CancelledException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public CancelledException(String message) {
        super(ErrorCode.CANCELLED, message);
    }
}
