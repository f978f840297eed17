package org.eyrie.program.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;
import org.eyrie.program.run.Execution;
import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;
import org.junit.jupiter.api.Test;

class EffectReaderTest {

    private static final int PARENTS = 3;

    /** Random models; parents that do not move are the base. */
    private record Tensor(String name, int rowCount, int columnCount, List<Boolean> moves) implements TensorGroup {

        @Override
        public TensorPlace place() {
            return TensorPlace.of(name, 2);
        }

        @Override
        public long rows() {
            return rowCount;
        }

        @Override
        public long columns() {
            return columnCount;
        }

        @Override
        public int parents() {
            return PARENTS;
        }

        @Override
        public void read(int model, long from, float[] into, int count) {
            for (int k = 0; k < count; k++) {
                long element = from + k;
                into[k] = value(0, element);
                if (model > 0 && moves.get(model - 1)) {
                    into[k] += .1f * value(model, element);
                }
            }
        }

        private float value(int model, long element) {
            return (float) new Random(31L * name.hashCode() + 7_919L * model + element * 104_729L).nextGaussian();
        }
    }

    private static MergeEffect effect(String program, int step, Tensor... tensors) throws IOException {
        EffectReader reader = new EffectReader(PARENTS);
        for (Tensor tensor : tensors) {
            TensorGroup group = SampledRows.of(tensor, step);
            new Execution(Program.parse(program).graph(), () -> false).run(group, reader.of(group));
        }
        return reader.effect();
    }

    private static Tensor all(String name) {
        return new Tensor(name, 64, 32, List.of(true, true, true));
    }

    @Test
    void weightsOfASumAreThoseThatItWasWrittenWith() throws IOException {
        MergeEffect effect = effect("base + sum(taus * each(.2, 0, 1.5))", 1, all("model.layers.1.mlp.up_proj.weight"));

        assertThat(effect.weight(0, 0)).isCloseTo(.2, within(1e-5));
        assertThat(effect.weight(0, 1)).isCloseTo(0, within(1e-5));
        assertThat(effect.weight(0, 2)).isCloseTo(1.5, within(1e-5));
        assertThat(effect.rest(0)).isCloseTo(0, within(1e-4));
        assertThat(effect.share(0)).isCloseTo(1, within(.01));
    }

    @Test
    void whatNoWeightingExplainsIsTheRest() throws IOException {
        MergeEffect effect = effect("base + keep(tau(1), .25)", 1, all("model.layers.0.self_attn.q_proj.weight"));

        assertThat(effect.share(0)).isCloseTo(.25, within(.01));
        assertThat(effect.rest(0)).isGreaterThan(.2);
        assertThat(Math.hypot(effect.rest(0), effect.weight(0, 0))).isCloseTo(effect.norm(0), within(.05));
    }

    @Test
    void aGroupThatNoParentMovedIsZeroThroughout() throws IOException {
        MergeEffect effect =
                effect("base + sum(taus)", 1, new Tensor("model.norm.weight", 1, 32, List.of(false, false, false)));

        assertThat(effect.numbers()).containsOnly(0);
        assertThat(effect.sketch()).containsOnly(0);
    }

    @Test
    void aParentThatDidNotMoveHasNoWeightAndDoesNotDisturbTheOthers() throws IOException {
        MergeEffect effect =
                effect("base + .5 * sum(taus)", 1, new Tensor("lm_head.weight", 40, 32, List.of(true, false, true)));

        assertThat(effect.weight(0, 0)).isCloseTo(.5, within(1e-5));
        assertThat(effect.weight(0, 1)).isZero();
        assertThat(effect.weight(0, 2)).isCloseTo(.5, within(1e-5));
    }

    @Test
    void groupsAreTheEmbeddingLayersByKindAndWhatFollows() throws IOException {
        MergeEffect effect = effect(
                "base + sum(taus)",
                1,
                all("lm_head.weight"),
                all("model.norm.weight"),
                all("model.layers.1.mlp.up_proj.weight"),
                all("model.layers.1.mlp.down_proj.weight"),
                all("model.layers.1.input_layernorm.weight"),
                all("model.layers.0.self_attn.q_proj.weight"),
                all("model.embed_tokens.weight"));

        assertThat(effect.groups())
                .containsExactly("embed", "layer0.attn", "layer1.norm", "layer1.mlp", "norm", "head");
    }

    @Test
    void aSketchTellsMergesApartThatHaveEqualNumbers() throws IOException {
        Tensor tensor = all("model.layers.1.mlp.up_proj.weight");
        float[] one = effect("base + drop(tau(1), .5, seed=1, restore=inverse)", 1, tensor)
                .sketch();
        float[] other = effect("base + drop(tau(1), .5, seed=2, restore=inverse)", 1, tensor)
                .sketch();

        assertThat(one).hasSize(EffectReader.BUCKETS).isNotEqualTo(other);
        assertThat(effect("base + tau(1)", 1, tensor).sketch())
                .isEqualTo(effect("base + sum(only(1))", 1, tensor).sketch());
    }

    @Test
    void aQuarterOfTheRowsSaysNearlyTheSame() throws IOException {
        Tensor tensor = all("model.layers.1.mlp.up_proj.weight");
        String program = "base + mean_of_nonzero(agree(keep(taus, .4)))";
        MergeEffect whole = effect(program, 1, tensor);
        MergeEffect part = effect(program, 4, tensor);

        for (int p = 0; p < PARENTS; p++) {
            assertThat(part.weight(0, p)).isCloseTo(whole.weight(0, p), within(.08));
        }
        assertThat(part.norm(0)).isCloseTo(whole.norm(0), within(.08));
    }
}
