package org.eyrie.model;

import java.util.List;

/** A model is not in the store. */
public final class UnknownModelException extends EyrieException {

    private static final long serialVersionUID = 1L;

    private final transient ModelId model;
    private final transient List<ModelId> near;

    public UnknownModelException(ModelId model) {
        this(model, List.of());
    }

    /** @param near models that may have been meant, the likest first */
    public UnknownModelException(ModelId model, List<ModelId> near) {
        super(
                ErrorCode.UNKNOWN_MODEL,
                "There is no model \"" + model + "\". " + didYouMean(near) + "Look for it with: eyrie lineage --search "
                        + model);
        this.model = model;
        this.near = List.copyOf(near);
    }

    public ModelId model() {
        return model;
    }

    @Override
    public List<String> suggestions() {
        return near.stream().map(ModelId::value).toList();
    }
}
