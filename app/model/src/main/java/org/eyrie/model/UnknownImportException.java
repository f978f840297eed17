package org.eyrie.model;

/** An import is not in the store. */
public final class UnknownImportException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public UnknownImportException(long number) {
        super(
                ErrorCode.UNKNOWN_IMPORT,
                "There is no import " + number + ". \"eyrie imports\" and GET /api/v1/imports list them.");
    }
}
