package org.eyrie.llama.forward;

/**
 * The shape of a Llama: what its configuration says beside the weights.
 *
 * @param vocabulary how many tokens there are
 * @param width size of the residual stream ({@code hidden_size})
 * @param inner width of the feed-forward part ({@code intermediate_size})
 * @param layers number of layers
 * @param heads number of heads that ask
 * @param keyHeads number of heads that are asked, a divisor of {@code heads} (grouped-query attention)
 * @param headWidth size of a head, even because it is rotated in pairs
 * @param positions the longest sequence
 * @param epsilon added to mean squares before their root is taken
 * @param rotaryBase θ, the base of the angles of rotary embeddings
 * @param tied whether the head is the embedding
 */
public record LlamaShape(
        int vocabulary,
        int width,
        int inner,
        int layers,
        int heads,
        int keyHeads,
        int headWidth,
        int positions,
        double epsilon,
        double rotaryBase,
        boolean tied) {

    /** What is evaluated here at most: more would take minutes where other programs take seconds. */
    public static final long MAX_PARAMETERS = 10_000_000;

    public LlamaShape {
        positive(vocabulary, "vocab_size");
        positive(width, "hidden_size");
        positive(inner, "intermediate_size");
        positive(layers, "num_hidden_layers");
        positive(heads, "num_attention_heads");
        positive(keyHeads, "num_key_value_heads");
        positive(headWidth, "head_dim");
        positive(positions, "max_position_embeddings");
        if (heads % keyHeads != 0) {
            throw new IllegalArgumentException(
                    "num_attention_heads must be a multiple of num_key_value_heads, not " + heads + " of " + keyHeads);
        }
        if (headWidth % 2 != 0) {
            throw new IllegalArgumentException("head_dim must be even, not " + headWidth);
        }
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw new IllegalArgumentException("rms_norm_eps must be from 0 to 1, not " + epsilon);
        }
        if (!(rotaryBase > 1 && rotaryBase < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rope_theta must be above 1, not " + rotaryBase);
        }
    }

    /** How many numbers its weights are. */
    public long parameters() {
        long attention = 2L * width * headWidth * ((long) heads + keyHeads);
        long layer = attention + 3L * width * inner + 2L * width;
        return layers * layer + (tied ? 1L : 2L) * vocabulary * width + width;
    }

    private static void positive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }
}
