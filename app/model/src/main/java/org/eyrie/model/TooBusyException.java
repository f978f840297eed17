package org.eyrie.model;

/** More is asked than can be worked out in time; nothing was done. */
public final class TooBusyException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public TooBusyException() {
        super(ErrorCode.TOO_BUSY, "Too many questions are being worked on. Ask again in a second.");
    }
}
