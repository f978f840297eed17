package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/** A registry does not answer. */
public final class RegistryUnavailableException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(ErrorCode.REGISTRY_UNAVAILABLE, message, cause);
    }
}
