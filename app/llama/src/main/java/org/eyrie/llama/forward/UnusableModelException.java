package org.eyrie.llama.forward;

import java.util.List;

/** A model that cannot be evaluated here, with all that stands against it. */
public final class UnusableModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /**
     * @param model the model's name or folder
     * @param faults at least one; each says what is wrong and what would be right
     */
    public UnusableModelException(String model, List<String> faults) {
        super("The model " + model + " cannot be evaluated here: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
