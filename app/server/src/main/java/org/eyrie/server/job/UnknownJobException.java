package org.eyrie.server.job;

/** There is no such job, or none any more. */
public final class UnknownJobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownJobException(String id) {
        super("There is no job \"" + id + "\". GET /api/v1/jobs lists those that are remembered.");
    }
}
