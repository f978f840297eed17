package org.eyrie.model;

/** A model is not in the store. */
public final class UnknownModelException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public UnknownModelException(ModelId model) {
        super(
                ErrorCode.UNKNOWN_MODEL,
                "There is no model \"" + model + "\". Look for it with: eyrie lineage --search " + model);
    }
}
