package org.eyrie.program.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eyrie.program.language.TermGraph;

/** A tensor whose values are at hand. */
record MemoryGroup(String name, TensorPlace place, long rows, long columns, List<float[]> models)
        implements TensorGroup {

    static MemoryGroup random(long seed, int rows, int columns, int parents) {
        Random random = new Random(seed);
        List<float[]> models = new ArrayList<>();
        for (int model = 0; model <= parents; model++) {
            float[] values = new float[rows * columns];
            for (int k = 0; k < values.length; k++) {
                values[k] =
                        (float) ((model == 0 ? 1 : .1) * random.nextGaussian()) + (model == 0 ? 0 : models.get(0)[k]);
            }
            models.add(values);
        }
        return new MemoryGroup(
                "model.layers.1.mlp.up_proj.weight",
                TensorPlace.of("model.layers.1.mlp.up_proj.weight", 3),
                rows,
                columns,
                models);
    }

    @Override
    public int parents() {
        return models.size() - 1;
    }

    @Override
    public void read(int model, long from, float[] into, int count) {
        System.arraycopy(models.get(model), (int) from, into, 0, count);
    }

    /** What a graph makes of it, less the base, in pieces of so many elements. */
    float[] delta(TermGraph graph, int piece) {
        float[] made = new float[(int) (rows * columns)];
        int[] at = new int[1];
        try {
            new Execution(graph, piece, () -> false).run(this, (values, count) -> {
                System.arraycopy(values, 0, made, at[0], count);
                at[0] += count;
            });
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        for (int k = 0; k < made.length; k++) {
            made[k] -= models.get(0)[k];
        }
        return made;
    }
}
