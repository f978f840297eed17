package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.lrmf.items.ModelItems;
import org.eyrie.model.FitId;

/**
 * One model's items, solved.
 *
 * @param scores its family on whole benchmarks
 * @param row of the model there
 * @param model what is known of its items
 * @param block of the benchmark asked about
 * @param items how many that has
 */
record SolvedModelItems(
        SolvedFamily scores,
        int row,
        ModelItems model,
        int block,
        int items,
        ItemEvidence evidence,
        List<String> warnings) {

    FitId fit() {
        return scores.fit().fit().id();
    }
}
