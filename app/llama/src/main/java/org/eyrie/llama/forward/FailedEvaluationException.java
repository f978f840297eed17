package org.eyrie.llama.forward;

/** A model whose outputs are no numbers: an overflow, or weights that are none. */
public final class FailedEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FailedEvaluationException(String model) {
        super("The evaluation of " + model + " failed: its logits are not finite."
                + " Its weights hold NaN or infinities, or are so large that they overflow.");
    }
}
