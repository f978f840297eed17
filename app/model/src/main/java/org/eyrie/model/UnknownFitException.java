package org.eyrie.model;

/** A fit is not in the store. */
public final class UnknownFitException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public UnknownFitException(FitId fit) {
        super(
                ErrorCode.UNKNOWN_FIT,
                "There is no fit \"" + fit + "\". GET /api/v1/fits lists them; \"eyrie fit\" makes one.");
    }
}
