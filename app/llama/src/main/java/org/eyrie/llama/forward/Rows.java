package org.eyrie.llama.forward;

/**
 * Which tokens of a batch a step works on.
 *
 * <p>Activations lie feature by feature: feature {@code f} of token {@code t} at {@code f * count + t}. So every inner loop
 * runs along the tokens of a batch, which are many, in place of along features, which are few in a small model, and Java
 * makes vector instructions of it. Tokens stand position by position, so that the last positions of all sequences are the
 * last rows.
 *
 * @param count tokens of the batch: sequences times positions
 * @param from the first token that is worked on
 */
record Rows(int count, int from) {

    Rows {
        if (from < 0 || from >= count) {
            throw new IllegalArgumentException("Row " + from + " of " + count);
        }
    }

    static Rows all(int count) {
        return new Rows(count, 0);
    }
}
