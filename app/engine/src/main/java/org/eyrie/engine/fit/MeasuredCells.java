package org.eyrie.engine.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Measurements as cells. A score goes into the column of its benchmark, or that of its benchmark and source where there is
 * one; so does what gave way to a score of another source. What is of no column that the fit knows is left out.
 */
record MeasuredCells(List<Integer> model, List<Integer> column, List<Evaluation> evaluation) {

    /** Stands in where nobody says how many items a score was measured on; the noise a fit learns matters more. */
    private static final int USUAL_ITEMS = 1_000;

    static MeasuredCells of(
            Collection<Evaluation> standing,
            Sources sources,
            List<SourceColumn> others,
            Numbers<BenchmarkId> columns,
            Numbers<ModelId> rows) {
        MeasuredCells cells = new MeasuredCells(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<SourceColumn, Integer> number = new HashMap<>();
        others.forEach(each -> number.put(each, columns.size() + number.size()));
        Set<List<Integer>> known = new HashSet<>();
        for (Evaluation evaluation : standing) {
            String source = others.isEmpty() ? "" : sources.name(evaluation);
            cells.add(evaluation, source, number, columns, rows, known);
        }
        if (!others.isEmpty()) {
            sources.overtaken()
                    .forEach((evaluation, source) -> cells.add(evaluation, source, number, columns, rows, known));
        }
        return cells;
    }

    private void add(
            Evaluation of,
            String source,
            Map<SourceColumn, Integer> number,
            Numbers<BenchmarkId> columns,
            Numbers<ModelId> rows,
            Set<List<Integer>> known) {
        int row = rows.find(of.model()).orElse(-1);
        int first = columns.find(of.benchmark()).orElse(-1);
        if (row < 0 || first < 0) {
            return;
        }
        int own = number.getOrDefault(new SourceColumn(of.benchmark(), source), first);
        if (number.isEmpty() || known.add(List.of(row, own))) {
            model.add(row);
            column.add(own);
            evaluation.add(of);
        }
    }

    /** Null where there is none. */
    @Nullable
    Double score(int row, int at) {
        for (int k = 0; k < model.size(); k++) {
            if (model.get(k) == row && column.get(k) == at) {
                return evaluation.get(k).score();
            }
        }
        return null;
    }

    int[] models() {
        return model.stream().mapToInt(each -> each).toArray();
    }

    int[] columns() {
        return column.stream().mapToInt(each -> each).toArray();
    }

    double[] scores() {
        return evaluation.stream().mapToDouble(Evaluation::score).toArray();
    }

    double[] trials() {
        return evaluation.stream().mapToDouble(MeasuredCells::trials).toArray();
    }

    private static double trials(Evaluation evaluation) {
        Integer items = evaluation.items();
        return items == null ? USUAL_ITEMS : items;
    }
}
