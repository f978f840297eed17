package org.eyrie.program.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorPlaceTest {

    @ParameterizedTest
    @CsvSource({
        "model.embed_tokens.weight, EMBED, 0, 0",
        "model.layers.0.self_attn.q_proj.weight, ATTN, 0, 0",
        "model.layers.2.self_attn.q_norm.weight, NORM, 2, .5",
        "model.layers.4.mlp.down_proj.weight, MLP, 4, 1",
        "model.layers.4.post_attention_layernorm.weight, NORM, 4, 1",
        "model.layers.1.block_sparse_moe.experts.3.w1.weight, MLP, 1, .25",
        "model.norm.weight, NORM, 4, 0",
        "lm_head.weight, HEAD, 4, 0",
        "transformer.wte.weight, EMBED, 0, 0",
        "transformer.h.3.attn.c_attn.weight, ATTN, 3, .75",
        "transformer.h.3.ln_1.bias, NORM, 3, .75",
        "gpt_neox.layers.1.attention.query_key_value.weight, ATTN, 1, .25",
        "gpt_neox.layers.1.mlp.dense_h_to_4h.weight, MLP, 1, .25",
        "embed_out.weight, HEAD, 4, 0",
        "something.new, OTHER, 4, 0",
    })
    void aNameTellsWhatATensorIsForAndWhere(String name, TensorKind kind, int layer, double depth) {
        assertThat(TensorPlace.of(name, 5)).isEqualTo(new TensorPlace(kind, layer, depth));
    }
}
