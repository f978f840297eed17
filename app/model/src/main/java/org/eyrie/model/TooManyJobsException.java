package org.eyrie.model;

/** More jobs wait than anybody will want the results of. */
public final class TooManyJobsException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public TooManyJobsException() {
        super(ErrorCode.TOO_MANY_JOBS, "Too many jobs wait already. Cancel some, or ask again when they have ended.");
    }
}
