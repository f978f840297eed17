package org.eyrie.model;

/** A family is larger than what may be fitted at once. */
public final class FamilyTooLargeException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public FamilyTooLargeException(String message) {
        super(ErrorCode.FAMILY_TOO_LARGE, message);
    }
}
