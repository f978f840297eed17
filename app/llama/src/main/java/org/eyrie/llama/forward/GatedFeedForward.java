package org.eyrie.llama.forward;

/** SwiGLU: {@code down(silu(gate(x)) * up(x))} (Shazeer, arXiv 2002.05202). */
final class GatedFeedForward {

    private final LinearMap gate;
    private final LinearMap up;
    private final LinearMap down;

    GatedFeedForward(LinearMap gate, LinearMap up, LinearMap down) {
        this.gate = gate;
        this.up = up;
        this.down = down;
    }

    /** Adds what comes of {@code source} to {@code stream}. */
    void add(float[] source, float[] stream, Workspace space, Rows rows) {
        gate.apply(source, space.gate, rows);
        up.apply(source, space.up, rows);
        for (int f = 0; f < gate.out(); f++) {
            multiply(space.gate, space.up, f * rows.count() + rows.from(), (f + 1) * rows.count());
        }
        down.add(space.gate, stream, rows);
    }

    private static void multiply(float[] gate, float[] up, int from, int to) {
        for (int i = from; i < to; i++) {
            float value = gate[i];
            gate[i] = (float) (value / (1 + Math.exp(-value))) * up[i];
        }
    }
}
