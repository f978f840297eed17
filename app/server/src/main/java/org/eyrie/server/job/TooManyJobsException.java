package org.eyrie.server.job;

/** More jobs wait than anybody will want the results of. */
public final class TooManyJobsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyJobsException() {
        super("Too many jobs wait already. Cancel some, or ask again when they have ended.");
    }
}
