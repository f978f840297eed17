package org.eyrie.model;

/** A key of a request was given to another one before. */
public final class KeyReusedException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public KeyReusedException(String key) {
        super(
                ErrorCode.KEY_REUSED,
                "The Idempotency-Key \"" + key
                        + "\" was given to another request within the last day. Nothing was done; choose a new key for"
                        + " each request.");
    }
}
