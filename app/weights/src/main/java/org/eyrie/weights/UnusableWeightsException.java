package org.eyrie.weights;

import java.io.IOException;
import java.util.List;

/** Weights that are damaged, or cannot be merged or written, with everything found and what helps. */
public final class UnusableWeightsException extends IOException {

    private static final long serialVersionUID = 1L;

    private final List<WeightsFault> faults;

    /**
     * With every fault.
     *
     * @param faults at least one
     */
    public UnusableWeightsException(List<WeightsFault> faults) {
        super(String.join("\n", faults.stream().map(WeightsFault::toString).toList()));
        this.faults = List.copyOf(faults);
    }

    UnusableWeightsException(String where, String reason) {
        this(List.of(new WeightsFault(where, reason)));
    }

    public List<WeightsFault> faults() {
        return faults;
    }
}
