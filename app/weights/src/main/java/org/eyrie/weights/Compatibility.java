package org.eyrie.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether models can be merged tensor by tensor, asked before the first byte is written. */
public final class Compatibility {

    private static final int FAULTS = 20;

    private final List<WeightsFault> faults = new ArrayList<>();
    private final List<WeightsFault> notes = new ArrayList<>();

    private Compatibility() {}

    /**
     * Of a base and its parents.
     *
     * @return what is no fault and yet worth knowing
     * @throws UnusableWeightsException if they cannot be merged, with every reason, up to twenty
     */
    public static List<WeightsFault> check(WeightsFolder base, List<WeightsFolder> parents) throws IOException {
        Compatibility compatibility = new Compatibility();
        Vocabulary words = Vocabulary.of(base.folder());
        for (WeightsFolder parent : parents) {
            compatibility.tensors(base, parent);
            words.compare(Vocabulary.of(parent.folder()), compatibility.faults, compatibility.notes);
        }
        if (!compatibility.faults.isEmpty()) {
            throw new UnusableWeightsException(
                    compatibility.faults.subList(0, Math.min(FAULTS, compatibility.faults.size())));
        }
        return List.copyOf(compatibility.notes);
    }

    private void tensors(WeightsFolder base, WeightsFolder parent) {
        String where = parent.folder().toString();
        for (Map.Entry<String, TensorInfo> entry : base.tensors().entrySet()) {
            TensorInfo own = entry.getValue();
            TensorInfo other = parent.tensors().get(entry.getKey());
            if (other == null) {
                fault(where, entry.getKey(), "it lacks this tensor, which the base has. It is of another architecture");
            } else if (!own.shape().equals(other.shape())) {
                fault(where, entry.getKey(), shapes(own, other));
            } else if (own.dtype().merged() != other.dtype().merged()) {
                fault(
                        where,
                        entry.getKey(),
                        "it is " + other.dtype() + ", the base's " + own.dtype()
                                + "; only F16, BF16 and F32 can be merged. Take an unquantised version of it");
            } else if (own.dtype() != other.dtype()) {
                once(
                        where,
                        "Its numbers are " + other.dtype() + ", the base's " + own.dtype()
                                + "; the merge's are the base's.");
            } else if (!own.dtype().merged()) {
                once(where, own.dtype() + " tensors, such as " + entry.getKey() + ", are copied from the base.");
            }
        }
        long more = parent.tensors().keySet().stream()
                .filter(name -> !base.tensors().containsKey(name))
                .peek(name -> {
                    if (!name.equals("lm_head.weight")) {
                        fault(where, name, "the base lacks it. It is of another architecture");
                    }
                })
                .count();
        if (more > 0
                && parent.tensors().containsKey("lm_head.weight")
                && !base.tensors().containsKey("lm_head.weight")) {
            once(where, "Its lm_head.weight is left out: the base's output weights are its embedding.");
        }
    }

    private static String shapes(TensorInfo own, TensorInfo other) {
        boolean words = own.shape().size() == 2
                && other.shape().size() == 2
                && own.shape().get(1).equals(other.shape().get(1))
                && (own.name().contains("embed")
                        || own.name().contains("head")
                        || own.name().contains("wte"));
        return "its shape is " + other.shape() + ", the base's " + own.shape()
                + (words
                        ? ". It was given another vocabulary: bring all to one with resize_token_embeddings"
                        : ". It is of another size or architecture");
    }

    private void fault(String where, String tensor, String reason) {
        faults.add(new WeightsFault(where + ", tensor " + tensor, "It cannot be merged: " + reason + "."));
    }

    private void once(String where, String note) {
        WeightsFault fault = new WeightsFault(where, note);
        if (notes.stream()
                .noneMatch(known -> known.where().equals(where)
                        && known.reason().substring(0, 10).equals(note.substring(0, 10)))) {
            notes.add(fault);
        }
    }
}
