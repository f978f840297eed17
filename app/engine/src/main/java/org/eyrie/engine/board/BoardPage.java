package org.eyrie.engine.board;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.jspecify.annotations.Nullable;

/**
 * A part of the board.
 *
 * @param rows this part
 * @param offset how many rows come before it
 * @param total how many rows there are of what was asked for
 * @param models how many models there are at all
 * @param benchmarks the columns of {@code rows}
 * @param all every benchmark, the most measured first
 * @param fit what predictions come from, or null where there is no fit yet
 * @param stale whether something was written since
 * @param kinds what can be chosen among
 */
public record BoardPage(
        List<BoardRow> rows,
        int offset,
        int total,
        int models,
        List<BenchmarkId> benchmarks,
        List<BenchmarkId> all,
        @Nullable FitId fit,
        boolean stale,
        Kinds kinds) {

    public BoardPage {
        rows = List.copyOf(rows);
    }

    /** Values that models of the database have, the most frequent first. */
    public record Kinds(
            List<String> relations, List<String> architectures, List<String> types, List<String> licences) {}
}
