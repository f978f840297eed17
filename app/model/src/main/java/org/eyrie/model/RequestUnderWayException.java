package org.eyrie.model;

/** The same request, by its key, is being worked on. */
public final class RequestUnderWayException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public RequestUnderWayException(String key) {
        super(
                ErrorCode.REQUEST_UNDER_WAY,
                "The request with the Idempotency-Key \"" + key
                        + "\" is still being worked on. Send it again in a while to hear what came of it.");
    }
}
