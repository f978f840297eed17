package org.eyrie.model;

/** A fit on older data than another one that is kept already: nothing of it replaces what that one says. */
public final class OutdatedFitException extends EyrieException {

    private static final long serialVersionUID = 1L;

    /**
     * @param fit the older one
     * @param newer the one on newer data
     */
    public OutdatedFitException(FitId fit, FitId newer) {
        super(
                ErrorCode.OUTDATED_FIT,
                "The fit " + fit + " is on older data than " + newer + ", which was kept meanwhile by somebody else."
                        + " Nothing more of it was written; the newer one answers.");
    }
}
