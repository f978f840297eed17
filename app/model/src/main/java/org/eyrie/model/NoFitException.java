package org.eyrie.model;

/** Predictions were asked for before the first fit. */
public final class NoFitException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public NoFitException() {
        super(ErrorCode.NO_FIT, "There is no fit yet. Run \"eyrie fit\", or POST /api/v1/fits, then ask again.");
    }
}
