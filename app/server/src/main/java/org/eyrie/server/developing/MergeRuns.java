package org.eyrie.server.developing;

import java.util.List;
import org.eyrie.llama.forward.LlamaModel;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.items.ExactMatch;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;

/** Merges made in memory and asked items. */
final class MergeRuns {

    private final ParentWeights weights;

    MergeRuns(ParentWeights weights) {
        this.weights = weights;
    }

    /**
     * Which items a merge solves, in their order.
     *
     * @throws org.eyrie.model.InvalidInputException if it has numbers that are not finite
     * @throws org.eyrie.llama.forward.FailedEvaluationException if its logits are not
     */
    boolean[] solved(Program program, List<BenchmarkItem> items, Progress progress) {
        MergedTensors tensors = MergedTensors.of(weights, program, progress);
        LlamaModel model = new LlamaModel(program.id(), weights.base().shape(), tensors);
        return new ExactMatch("items", items, weights.base()).solvedBy(model);
    }
}
