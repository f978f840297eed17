package org.eyrie.llama.forward;

/** Room for the activations of one batch, used again by the next. */
final class Workspace {

    final float[] stream;
    final float[] normed;
    final float[] queries;
    final float[] keys;
    final float[] values;
    final float[] seen;
    final float[] gate;
    final float[] up;
    final float[] scale;
    final float[] scores;
    final float[] logits;

    Workspace(LlamaShape shape, int count) {
        int asking = Math.multiplyExact(shape.heads() * shape.headWidth(), count);
        int asked = shape.keyHeads() * shape.headWidth() * count;
        int inner = Math.multiplyExact(shape.inner(), count);
        stream = new float[Math.multiplyExact(shape.width(), count)];
        normed = new float[stream.length];
        queries = new float[asking];
        keys = new float[asked];
        values = new float[asked];
        seen = new float[asking];
        gate = new float[inner];
        up = new float[inner];
        scale = new float[count];
        scores = new float[count];
        logits = new float[Math.multiplyExact(shape.vocabulary(), count)];
    }
}
