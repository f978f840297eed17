package org.eyrie.llama.forward;

import java.util.Arrays;
import java.util.Set;

/**
 * A Llama with its weights, ready to be run. Computes in float. Several threads may use one.
 *
 * <p>Sequences run in batches of equal length, without a cache of keys: what is asked is whether a model would write a
 * known answer, and one pass over prompt and answer tells that.
 */
public final class LlamaModel {

    /** Tokens of a batch. Activations of small models then stay in the second cache. */
    private static final int BATCH_TOKENS = 640;

    private final String name;
    private final LlamaShape shape;
    private final ForwardPass forward;

    /**
     * @param name what messages call it
     * @throws UnusableModelException if tensors are missing, of another shape, or left over, or if it is too large
     */
    public LlamaModel(String name, LlamaShape shape, TensorSource tensors) {
        this.name = name;
        this.shape = shape;
        this.forward = ForwardPass.of(name, shape, tensors);
    }

    public LlamaShape shape() {
        return shape;
    }

    /**
     * What the model says after each token of one sequence.
     *
     * @param tokens at least one, at most {@link LlamaShape#positions()}
     * @return logits, positions × vocabulary
     */
    public float[][] logits(int... tokens) {
        float[] flat = forward.logits(new int[][] {tokens}, 0);
        float[][] logits = new float[tokens.length][shape.vocabulary()];
        for (int position = 0; position < tokens.length; position++) {
            for (int token = 0; token < shape.vocabulary(); token++) {
                logits[position][token] = flat[token * tokens.length + position];
            }
        }
        return logits;
    }

    /**
     * Whether greedy decoding of each prompt yields its answer: before every token of the answer the likeliest one is that
     * token, and after its last one a token that ends it; of equally likely ones the first counts.
     *
     * @param sequences prompt and answer, all of one length
     * @param answerFrom where the answers begin, at least 1
     * @param ends the tokens that end an answer
     * @throws FailedEvaluationException if logits are not finite
     */
    public boolean[] follows(int[][] sequences, int answerFrom, Set<Integer> ends) {
        boolean[] follows = new boolean[sequences.length];
        if (sequences.length == 0) {
            return follows;
        }
        int length = sequences[0].length;
        if (answerFrom < 1 || answerFrom > length) {
            throw new IllegalArgumentException("Answers from " + answerFrom + " of " + length + " tokens");
        }
        int most = Math.max(1, BATCH_TOKENS / length);
        for (int first = 0; first < sequences.length; first += most) {
            int[][] batch = Arrays.copyOfRange(sequences, first, Math.min(first + most, sequences.length));
            float[] logits = forward.logits(batch, answerFrom - 1);
            for (int sequence = 0; sequence < batch.length; sequence++) {
                follows[first + sequence] = follows(logits, batch, sequence, answerFrom, ends);
            }
        }
        return follows;
    }

    private boolean follows(float[] logits, int[][] batch, int sequence, int answerFrom, Set<Integer> ends) {
        int[] tokens = batch[sequence];
        boolean all = true;
        // To the end, whatever the first tokens say: that logits are finite is asked of all.
        for (int position = answerFrom - 1; position < tokens.length; position++) {
            int next = likeliest(logits, position * batch.length + sequence, tokens.length * batch.length);
            all &= position + 1 < tokens.length ? next == tokens[position + 1] : ends.contains(next);
        }
        return all;
    }

    private int likeliest(float[] logits, int row, int count) {
        int best = 0;
        for (int token = 0; token < shape.vocabulary(); token++) {
            float logit = logits[token * count + row];
            if (!Float.isFinite(logit)) {
                throw new FailedEvaluationException(name);
            }
            if (logit > logits[best * count + row]) {
                best = token;
            }
        }
        return best;
    }
}
