package org.eyrie.llama.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlamaModelTest {

    private static final LlamaShape SHAPE = new LlamaShape(9, 12, 10, 2, 4, 2, 4, 20, 1e-5, 1e4, false);
    private static final Set<Integer> ENDS = Set.of(7, 8);

    private final LlamaModel model = new LlamaModel("acme/a", SHAPE, MemoryTensors.random(SHAPE, 1));

    @Test
    void whatFollowsIsWhatGreedyDecodingWrites() {
        Random random = new Random(2);
        int[][] sequences = new int[300][];
        boolean[] decoded = new boolean[sequences.length];
        for (int i = 0; i < sequences.length; i++) {
            int[] prompt = random.ints(3, 0, 9).toArray();
            int[] written = greedily(prompt, 1 + 2);
            // Half of the answers are what it writes; of the others a token is another one.
            sequences[i] = Arrays.copyOf(written, 5);
            if (i % 2 == 1) {
                sequences[i][3 + i / 2 % 2] = random.nextInt(9);
            }
            int[] whole = greedily(prompt, 3);
            decoded[i] = Arrays.equals(Arrays.copyOf(whole, 5), sequences[i]) && ENDS.contains(whole[5]);
        }
        assertThat(model.follows(sequences, 3, ENDS)).isEqualTo(decoded);
        assertThat(decoded).contains(true).contains(false);
    }

    private int[] greedily(int[] prompt, int more) {
        int[] tokens = prompt;
        for (int i = 0; i < more; i++) {
            float[] last = model.logits(tokens)[tokens.length - 1];
            int best = 0;
            for (int token = 1; token < last.length; token++) {
                best = last[token] > last[best] ? token : best;
            }
            tokens = Arrays.copyOf(tokens, tokens.length + 1);
            tokens[tokens.length - 1] = best;
        }
        return tokens;
    }

    @Test
    void aTokenSeesNothingOfWhatComesAfterIt() {
        float[][] one = model.logits(1, 2, 3, 4);
        float[][] other = model.logits(1, 2, 3, 5);
        assertThat(Arrays.copyOf(one, 3)).isDeepEqualTo(Arrays.copyOf(other, 3));
        assertThat(one[3]).isNotEqualTo(other[3]);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNoNumberFailsByTheModelsName(float broken) {
        MemoryTensors tensors = MemoryTensors.random(SHAPE, 1);
        tensors.values("model.layers.1.mlp.down_proj.weight")[3] = broken;
        LlamaModel sick = new LlamaModel("acme/sick", SHAPE, tensors);
        assertThatThrownBy(() -> sick.follows(new int[][] {{1, 2, 3}}, 2, ENDS))
                .isInstanceOf(FailedEvaluationException.class)
                .hasMessageContaining("acme/sick");
    }

    @Test
    void soDoLogitsThatOverflow() {
        MemoryTensors tensors = MemoryTensors.random(SHAPE, 1);
        Arrays.fill(tensors.values("lm_head.weight"), 3e38f);
        LlamaModel sick = new LlamaModel("acme/large", SHAPE, tensors);
        assertThatThrownBy(() -> sick.follows(new int[][] {{1, 2, 3}}, 2, ENDS))
                .isInstanceOf(FailedEvaluationException.class)
                .hasMessageContaining("acme/large");
    }

    @Test
    void allThatIsWrongWithTensorsIsToldAtOnce() {
        MemoryTensors tensors = MemoryTensors.random(SHAPE, 1)
                .without("model.norm.weight")
                .put("lm_head.weight", new float[4], 2, 2)
                .put("model.layers.0.self_attn.q_proj.bias", new float[16], 16)
                .put("model.layers.0.self_attn.rotary_emb.inv_freq", new float[2], 2);
        assertThatThrownBy(() -> new LlamaModel("acme/b", SHAPE, tensors))
                .isInstanceOfSatisfying(UnusableModelException.class, e -> assertThat(e.faults())
                        .containsExactly(
                                "the tensor model.norm.weight is missing",
                                "the tensor lm_head.weight is [2, 2], and config.json makes it [9, 12]",
                                "the tensor model.layers.0.self_attn.q_proj.bias has no place in a Llama of this"
                                        + " config.json"));
    }

    @Test
    void aHeadBesideATiedOneIsLeftAlone() {
        LlamaShape tied = new LlamaShape(9, 12, 10, 2, 4, 2, 4, 20, 1e-5, 1e4, true);
        MemoryTensors tensors = MemoryTensors.random(tied, 1);
        float[][] alone = new LlamaModel("acme/c", tied, tensors).logits(3, 4);
        tensors.put("lm_head.weight", new float[9 * 12], 9, 12);
        assertThat(new LlamaModel("acme/c", tied, tensors).logits(3, 4)).isDeepEqualTo(alone);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItsTensorsAreAskedFor() {
        LlamaShape large = new LlamaShape(32_000, 512, 1024, 2, 8, 8, 64, 2048, 1e-5, 1e4, false);
        assertThatThrownBy(() -> new LlamaModel("acme/large", large, new MemoryTensors()))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("at most 10000000 are run here");
    }
}
