package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;
import org.eyrie.program.run.TensorPlace;

/**
 * Effects of weighted sums of task vectors without a merge: their weights and the scalar products of the task vectors tell all.
 * A search describes some fifty programs for each that it tries, and most are such sums; a dry merge takes a hundred times as
 * long. Others are described by a dry merge.
 */
final class WeightedSumEffects implements MergeMaker {

    private final MergeMaker others;
    private final int parents;
    private final List<String> groups;
    private final List<MergeEffect> single = new ArrayList<>();
    private final List<MergedPart> parts;

    /**
     * Over parents in memory.
     *
     * @param others describes by a dry merge, with the groups and norms that hold here too
     */
    WeightedSumEffects(ParentWeights weights, MergeMaker others) {
        this.others = others;
        this.parents = weights.parents();
        for (int parent = 1; parent <= parents; parent++) {
            single.add(others.describe(Program.parse("base + tau(" + parent + ")")));
        }
        this.groups = single.get(0).groups();
        Map<String, MergedPart> byName = new LinkedHashMap<>();
        groups.forEach(group -> byName.put(group, new MergedPart(parents)));
        for (LoadedGroup group : weights.groups()) {
            MergedPart part = byName.get(name(group));
            if (part == null) {
                throw new IllegalStateException(group.name() + " belongs to no group of " + groups);
            }
            part.add(group);
        }
        this.parts = List.copyOf(byName.values());
    }

    private static String name(LoadedGroup group) {
        String kind = group.place().kind().name().toLowerCase(Locale.ROOT);
        int layer = TensorPlace.layerOf(group.name());
        return layer < 0 ? kind : "layer" + layer + "." + kind;
    }

    @Override
    public MergeEffect describe(Program program) {
        return WeightedSum.is(program) ? weighted(program) : others.describe(program);
    }

    private MergeEffect weighted(Program program) {
        int width = parents + 3;
        float[] numbers = new float[groups.size() * width];
        float[] sketch = new float[single.get(0).sketch().length];
        int buckets = sketch.length / groups.size();
        for (int group = 0; group < groups.size(); group++) {
            MergedPart part = parts.get(group);
            float[] weights = WeightedSum.weights(program, part.place(), parents);
            part.silence(weights);
            System.arraycopy(weights, 0, numbers, group * width, parents);
            numbers[group * width + parents + 1] = (float) part.norm(weights);
            numbers[group * width + parents + 2] = (float) part.share(weights);
            for (int parent = 0; parent < parents; parent++) {
                float[] own = single.get(parent).sketch();
                for (int i = group * buckets; i < (group + 1) * buckets; i++) {
                    sketch[i] += weights[parent] * own[i];
                }
            }
        }
        return new MergeEffect(parents, groups, numbers, sketch);
    }
}
