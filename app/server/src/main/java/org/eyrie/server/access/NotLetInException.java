package org.eyrie.server.access;

/** A token does not let its bearer in; the message says why. */
public final class NotLetInException extends Exception {

    private final boolean passing;

    private NotLetInException(String why, boolean passing) {
        super(why);
        this.passing = passing;
    }

    /** The token is worth nothing. */
    static NotLetInException refused(String why) {
        return new NotLetInException(why, false);
    }

    /** Whether the token is worth anything could not be found out now. */
    static NotLetInException unknown(String why) {
        return new NotLetInException(why, true);
    }

    /** Whether the same token may do later. */
    public boolean isPassing() {
        return passing;
    }
}
