package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.engine.board.BoardCell;
import org.eyrie.engine.board.BoardPage;
import org.eyrie.engine.board.BoardRow;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Traits;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;

/** The board as a table for programs. */
final class BoardTable {

    private BoardTable() {}

    static Table of(BoardPage page) {
        List<String> columns = new ArrayList<>(
                List.of("model", "relation", "parameters_billions", "uploaded", "licence", "best_rank", "worst_rank"));
        columns.addAll(List.of("mean", "mean_lower", "mean_upper"));
        for (BenchmarkId benchmark : page.benchmarks()) {
            for (String what : new String[] {"measured", "predicted", "lower", "upper"}) {
                columns.add(benchmark + " " + what);
            }
        }
        Table table = new Table(columns.toArray(String[]::new));
        page.rows().forEach(row -> table.row(cells(row).toArray()));
        return table;
    }

    private static List<@Nullable Object> cells(BoardRow row) {
        Traits traits = row.model().traits();
        BoardCell mean = row.mean();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.model().id());
        cells.add(row.relation() == null ? null : row.relation().code());
        cells.add(traits.parametersBillions());
        cells.add(traits.uploaded());
        cells.add(traits.license());
        cells.add(row.best());
        cells.add(row.worst());
        cells.add(mean == null ? null : mean.value());
        cells.add(mean == null ? null : mean.lower());
        cells.add(mean == null ? null : mean.upper());
        for (BoardCell cell : row.cells()) {
            cells.add(cell == null || !cell.measured() ? null : cell.value());
            cells.add(cell == null ? null : cell.predicted());
            cells.add(cell == null ? null : cell.lower());
            cells.add(cell == null ? null : cell.upper());
        }
        return cells;
    }
}
