package org.eyrie.llama.forward;

/** One layer: attention, then feed-forward, each behind a norm and added to the stream. */
final class DecoderLayer {

    private final LlamaShape shape;
    private final RmsNorm beforeAttention;
    private final LinearMap queries;
    private final LinearMap keys;
    private final LinearMap values;
    private final LinearMap output;
    private final RmsNorm beforeFeedForward;
    private final GatedFeedForward feedForward;
    private final CausalAttention attention;
    private final RotaryEmbedding rotary;

    DecoderLayer(LlamaShape shape, TensorShelf tensors, int number) {
        this.shape = shape;
        int width = shape.width();
        int asking = shape.heads() * shape.headWidth();
        int asked = shape.keyHeads() * shape.headWidth();
        String layer = "model.layers." + number + ".";
        beforeAttention = new RmsNorm(tensors.take(layer + "input_layernorm.weight", width), shape.epsilon());
        queries = tensors.map(layer + "self_attn.q_proj.weight", asking, width);
        keys = tensors.map(layer + "self_attn.k_proj.weight", asked, width);
        values = tensors.map(layer + "self_attn.v_proj.weight", asked, width);
        output = tensors.map(layer + "self_attn.o_proj.weight", width, asking);
        beforeFeedForward =
                new RmsNorm(tensors.take(layer + "post_attention_layernorm.weight", width), shape.epsilon());
        feedForward = new GatedFeedForward(
                tensors.map(layer + "mlp.gate_proj.weight", shape.inner(), width),
                tensors.map(layer + "mlp.up_proj.weight", shape.inner(), width),
                tensors.map(layer + "mlp.down_proj.weight", width, shape.inner()));
        attention = new CausalAttention(shape);
        rotary = new RotaryEmbedding(shape.headWidth(), shape.rotaryBase());
    }

    /** Carries the stream through: all tokens are looked at, those of {@code wanted} come out. */
    void apply(Workspace space, int sequences, Rows wanted) {
        Rows all = Rows.all(wanted.count());
        beforeAttention.apply(space.stream, space.normed, space.scale, all);
        queries.apply(space.normed, space.queries, wanted);
        keys.apply(space.normed, space.keys, all);
        values.apply(space.normed, space.values, all);
        rotary.turn(space.queries, shape.heads(), sequences, wanted);
        rotary.turn(space.keys, shape.keyHeads(), sequences, all);
        attention.apply(space.queries, space.keys, space.values, space.seen, space.scores, sequences, wanted);
        output.add(space.seen, space.stream, wanted);
        beforeFeedForward.apply(space.stream, space.normed, space.scale, wanted);
        feedForward.add(space.normed, space.stream, space, wanted);
    }
}
