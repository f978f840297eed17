package org.eyrie.model;

/** There is no such job, or none any more. */
public final class UnknownJobException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public UnknownJobException(String id) {
        super(
                ErrorCode.UNKNOWN_JOB,
                "There is no job \"" + id + "\". GET /api/v1/jobs lists those that are remembered.");
    }
}
