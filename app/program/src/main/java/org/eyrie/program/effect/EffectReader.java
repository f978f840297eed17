package org.eyrie.program.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorSink;

/**
 * Reads a merge's effect off its tensors in one pass, piece by piece, whoever makes them: a program that is run into the sinks
 * of this, or a model on disk. Memory is pieces, not tensors.
 *
 * <p>Weights are by least squares with a ridge of 1e-6 of the task vectors' mean squared norm, group by group. The sketch (Charikar,
 * Chen and Farach-Colton 2002) has {@value #BUCKETS} buckets a group, over the mean norm of its task vectors.
 */
public final class EffectReader {

    /** Buckets of the sketch for each group. */
    public static final int BUCKETS = 64;

    private static final long TENSOR_STEP = 1L << 40;

    private final int parents;
    private final Map<TensorFamily, FamilyTally> tallies = new TreeMap<>();
    private float[] base = new float[0];
    private float[][] vectors = new float[0][];

    /** For merges of so many parents. */
    public EffectReader(int parents) {
        if (parents < 1) {
            throw new IllegalArgumentException("A merge has parents, not " + parents);
        }
        this.parents = parents;
    }

    /** Takes the merge's elements of one tensor, in order. One sink at a time; nothing is kept of pieces. */
    public TensorSink of(TensorGroup group) {
        FamilyTally tally = tallies.computeIfAbsent(TensorFamily.of(group.name()), family -> new FamilyTally(parents));
        long key = group.name().hashCode() * TENSOR_STEP;
        long[] at = new long[1];
        return (values, count) -> {
            room(count);
            group.read(0, at[0], base, count);
            for (int p = 0; p < parents; p++) {
                group.read(p + 1, at[0], vectors[p], count);
                for (int k = 0; k < count; k++) {
                    vectors[p][k] -= base[k];
                }
            }
            for (int k = 0; k < count; k++) {
                base[k] = values[k] - base[k];
            }
            tally.add(base, vectors, count, key, at[0]);
            at[0] += count;
        };
    }

    private void room(int count) {
        if (base.length < count) {
            base = new float[count];
            vectors = new float[parents][count];
        }
    }

    /** What was read so far: embedding, layer after layer, what is behind them. */
    public MergeEffect effect() {
        List<String> groups = new ArrayList<>();
        float[] numbers = new float[tallies.size() * (parents + 3)];
        float[] sketch = new float[tallies.size() * BUCKETS];
        for (Map.Entry<TensorFamily, FamilyTally> entry : tallies.entrySet()) {
            entry.getValue().write(numbers, groups.size() * (parents + 3), sketch, groups.size() * BUCKETS);
            groups.add(entry.getKey().label());
        }
        return new MergeEffect(parents, groups, numbers, sketch);
    }

    /** The same of the model as a whole. */
    public WholeEffect whole() {
        FamilyTally all = new FamilyTally(parents);
        double left = 0;
        for (FamilyTally tally : tallies.values()) {
            left += tally.left(tally.weights());
            all.addAll(tally);
        }
        double[] weights = all.weights();
        List<Double> listed = new ArrayList<>();
        for (double weight : weights) {
            listed.add(weight);
        }
        double square = all.square();
        return new WholeEffect(
                listed,
                square == 0 ? 1 : 1 - left / square,
                square == 0 ? 1 : 1 - all.left(weights) / square,
                all.share());
    }
}
