package org.eyrie.engine.board;

import java.util.List;
import org.eyrie.model.Model;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A line of the board.
 *
 * @param best the best rank, from 1, that the intervals of all others leave it; null where it has no mean
 * @param worst the worst rank that they leave it
 * @param mean of the chosen benchmarks; null where one of them has neither a score nor a prediction
 * @param cells of the chosen benchmarks, in their order; null where there is neither a score nor a prediction
 */
public record BoardRow(
        Model model,
        @Nullable Relation relation,
        @Nullable Integer best,
        @Nullable Integer worst,
        @Nullable BoardCell mean,
        List<@Nullable BoardCell> cells) {}
