package org.eyrie.server.developing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.llama.forward.TensorSource;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.program.run.Execution;
import org.eyrie.program.run.TensorPlace;
import org.eyrie.task.Progress;

/** A merge that is written nowhere. */
final class MergedTensors implements TensorSource {

    private final Map<String, LoadedGroup> groups = new HashMap<>();
    private final Map<String, float[]> merged = new HashMap<>();

    private MergedTensors() {}

    /**
     * Works a program out on all tensors.
     *
     * @throws org.eyrie.model.InvalidInputException if a number becomes infinite or none
     */
    static MergedTensors of(ParentWeights weights, Program program, Progress progress) {
        MergedTensors tensors = new MergedTensors();
        if (WeightedSum.is(program)) {
            tensors.addSum(weights, program, progress);
            return tensors;
        }
        Execution execution = new Execution(program.graph(), () -> {
            progress.check();
            return false;
        });
        try {
            for (LoadedGroup group : weights.groups()) {
                float[] values = new float[group.values().get(0).length];
                int[] next = {0};
                execution.run(group, (piece, count) -> {
                    System.arraycopy(piece, 0, values, next[0], count);
                    next[0] += count;
                });
                tensors.groups.put(group.name(), group);
                tensors.merged.put(group.name(), values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be read", e);
        }
        return tensors;
    }

    private void addSum(ParentWeights weights, Program program, Progress progress) {
        Map<TensorPlace, float[]> known = new HashMap<>();
        for (LoadedGroup group : weights.groups()) {
            progress.check();
            float[] values = WeightedSum.merged(
                    group,
                    known.computeIfAbsent(
                            group.place(), place -> WeightedSum.weights(program, place, weights.parents())));
            for (int k = 0; k < values.length; k++) {
                if (!Float.isFinite(values[k])) {
                    throw new InvalidInputException(
                            "The merge",
                            List.of(new Fault(
                                    group.name(),
                                    "element " + k + " becomes " + values[k] + ". Smaller weights may do")));
                }
            }
            groups.put(group.name(), group);
            merged.put(group.name(), values);
        }
    }

    @Override
    public Set<String> names() {
        return groups.keySet();
    }

    @Override
    public List<Long> shape(String name) {
        LoadedGroup group = groups.get(name);
        if (group == null) {
            throw new IllegalArgumentException("There is no tensor " + name);
        }
        return group.tensor().shape();
    }

    @Override
    public float[] values(String name) {
        float[] values = merged.get(name);
        if (values == null) {
            throw new IllegalArgumentException("There is no tensor " + name);
        }
        return values;
    }
}
