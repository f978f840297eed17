package org.eyrie.model;

/** The database was written by a newer version of the program. */
public final class SchemaTooNewException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public SchemaTooNewException(String message) {
        super(ErrorCode.SCHEMA_TOO_NEW, message);
    }
}
