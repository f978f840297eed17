package org.eyrie.model;

/** Nothing that is known says anything about the model asked for. */
public final class NoFamilyEvidenceException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public NoFamilyEvidenceException(String message) {
        super(ErrorCode.NO_FAMILY_EVIDENCE, message);
    }
}
