package org.eyrie.engine.board;

import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A model with all that is known and predicted of its scores.
 *
 * @param relation how it was made; null of a model without known parents
 * @param cells by benchmark, those with a score or a prediction
 */
record BoardModel(Model model, @Nullable Relation relation, Map<BenchmarkId, BoardCell> cells) {

    boolean isMeasuredOnAll(Iterable<BenchmarkId> benchmarks) {
        for (BenchmarkId benchmark : benchmarks) {
            BoardCell cell = cells.get(benchmark);
            if (cell == null || !cell.measured()) {
                return false;
            }
        }
        return true;
    }
}
