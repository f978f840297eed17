package org.eyrie.engine.ask;

import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;

/**
 * A question about the items of a benchmark.
 *
 * @param model whose
 * @param benchmark on what
 * @param observed outcomes that count beside the stored ones, and in their place, by position from zero
 */
public record ItemQuestion(ModelId model, BenchmarkId benchmark, Map<Integer, Boolean> observed) {

    public ItemQuestion {
        observed = Map.copyOf(observed);
    }
}
