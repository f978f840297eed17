package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/** The database does not answer. */
public final class StoreUnavailableException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(ErrorCode.STORE_UNAVAILABLE, message, cause);
    }
}
