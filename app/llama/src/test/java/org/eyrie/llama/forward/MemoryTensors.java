package org.eyrie.llama.forward;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Tensors of no file. */
public final class MemoryTensors implements TensorSource {

    private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
    private final Map<String, float[]> held = new LinkedHashMap<>();

    /** Random ones for a shape. */
    public static MemoryTensors random(LlamaShape shape, long seed) {
        Random random = new Random(seed);
        MemoryTensors tensors = new MemoryTensors();
        int asking = shape.heads() * shape.headWidth();
        int asked = shape.keyHeads() * shape.headWidth();
        tensors.draw(random, "model.embed_tokens.weight", shape.vocabulary(), shape.width());
        for (int number = 0; number < shape.layers(); number++) {
            String layer = "model.layers." + number + ".";
            tensors.draw(random, layer + "input_layernorm.weight", shape.width());
            tensors.draw(random, layer + "self_attn.q_proj.weight", asking, shape.width());
            tensors.draw(random, layer + "self_attn.k_proj.weight", asked, shape.width());
            tensors.draw(random, layer + "self_attn.v_proj.weight", asked, shape.width());
            tensors.draw(random, layer + "self_attn.o_proj.weight", shape.width(), asking);
            tensors.draw(random, layer + "post_attention_layernorm.weight", shape.width());
            tensors.draw(random, layer + "mlp.gate_proj.weight", shape.inner(), shape.width());
            tensors.draw(random, layer + "mlp.up_proj.weight", shape.inner(), shape.width());
            tensors.draw(random, layer + "mlp.down_proj.weight", shape.width(), shape.inner());
        }
        tensors.draw(random, "model.norm.weight", shape.width());
        if (!shape.tied()) {
            tensors.draw(random, "lm_head.weight", shape.vocabulary(), shape.width());
        }
        return tensors;
    }

    private void draw(Random random, String name, int... extents) {
        int size = 1;
        for (int extent : extents) {
            size *= extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * 0.5);
        }
        put(name, values, extents);
    }

    public MemoryTensors put(String name, float[] values, int... extents) {
        shapes.put(name, Arrays.stream(extents).mapToObj(Long::valueOf).toList());
        held.put(name, values);
        return this;
    }

    public MemoryTensors without(String name) {
        shapes.remove(name);
        held.remove(name);
        return this;
    }

    @Override
    public Set<String> names() {
        return held.keySet();
    }

    @Override
    public List<Long> shape(String name) {
        return shapes.getOrDefault(name, List.of());
    }

    @Override
    public float[] values(String name) {
        return held.getOrDefault(name, new float[0]);
    }
}
