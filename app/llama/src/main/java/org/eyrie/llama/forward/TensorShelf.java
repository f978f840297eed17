package org.eyrie.llama.forward;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Hands out tensors by name, and remembers which were missing, of another shape, or asked for by nobody. */
final class TensorShelf {

    private final String model;
    private final TensorSource tensors;
    private final Set<String> names;
    private final Set<String> taken = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    TensorShelf(String model, TensorSource tensors) {
        this.model = model;
        this.tensors = tensors;
        this.names = tensors.names();
    }

    LinearMap map(String name, int out, int in) {
        return new LinearMap(take(name, out, in), out, in);
    }

    /** The numbers of a tensor; zeros after a fault. */
    float[] take(String name, int... extents) {
        int size = 1;
        List<Long> wanted = new ArrayList<>();
        for (int extent : extents) {
            size *= extent;
            wanted.add((long) extent);
        }
        taken.add(name);
        if (!names.contains(name)) {
            faults.add("the tensor " + name + " is missing");
            return new float[size];
        }
        List<Long> shape = tensors.shape(name);
        if (!shape.equals(wanted)) {
            faults.add("the tensor " + name + " is " + shape + ", and config.json makes it " + wanted);
            return new float[size];
        }
        return tensors.values(name);
    }

    void checkSize(LlamaShape shape) {
        if (shape.parameters() > LlamaShape.MAX_PARAMETERS) {
            throw new UnusableModelException(
                    model,
                    List.of("it has " + shape.parameters() + " parameters, and at most " + LlamaShape.MAX_PARAMETERS
                            + " are run here: evaluate it with a harness and import the outcomes"));
        }
    }

    /** Angles that old files hold are computed here; a head beside a tied one is not used by anybody. */
    void checkAllTaken(boolean tied) {
        Set<String> left = new TreeSet<>(names);
        left.removeAll(taken);
        left.removeIf(name -> name.endsWith(".rotary_emb.inv_freq"));
        if (tied) {
            left.remove("lm_head.weight");
        }
        for (String name : left) {
            faults.add("the tensor " + name + " has no place in a Llama of this config.json");
        }
        if (!faults.isEmpty()) {
            throw new UnusableModelException(model, faults);
        }
    }
}
