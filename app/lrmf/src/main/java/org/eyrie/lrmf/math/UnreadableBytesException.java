package org.eyrie.lrmf.math;

/** Bytes are not what they should be. The message is a sentence for people and says what to do. */
public final class UnreadableBytesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** Why bytes cannot be read. */
    public enum Reason {
        /** They are something else altogether, or damaged in the very mark that says what they are. */
        FOREIGN,
        /** They are cut off, or something in them was changed. */
        DAMAGED,
        /** They are whole, and of a version that came before the one that is read. */
        TOO_OLD,
        /** They are whole, and of a version that came after the one that is read. */
        TOO_NEW
    }

    private final Reason reason;

    UnreadableBytesException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UnreadableBytesException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
