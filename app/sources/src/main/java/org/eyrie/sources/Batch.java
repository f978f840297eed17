package org.eyrie.sources;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Facts;

/** Rows on their way to one transaction. */
final class Batch {

    /** Outcomes are long: a transaction of thousands of them would not fit in memory. */
    private static final int MAX_WEIGHT = 4_000_000;

    private final int maxRows;
    private final List<Row> rows = new ArrayList<>();
    private int weight;

    Batch(int maxRows) {
        this.maxRows = maxRows;
    }

    void add(Row row) {
        rows.add(row);
        weight += row.weight();
    }

    boolean isFull() {
        return rows.size() >= maxRows || weight >= MAX_WEIGHT;
    }

    List<Row> rows() {
        return rows;
    }

    void clear() {
        rows.clear();
        weight = 0;
    }

    static Facts facts(List<Row> rows) {
        Facts facts = new Facts(
                rows.stream()
                        .filter(Row.OfModel.class::isInstance)
                        .map(row -> ((Row.OfModel) row).model())
                        .toList(),
                rows.stream()
                        .filter(Row.OfDerivation.class::isInstance)
                        .map(row -> ((Row.OfDerivation) row).derivation())
                        .toList(),
                rows.stream()
                        .filter(Row.OfBenchmark.class::isInstance)
                        .map(row -> ((Row.OfBenchmark) row).benchmark())
                        .toList(),
                rows.stream()
                        .filter(Row.OfEvaluation.class::isInstance)
                        .map(row -> ((Row.OfEvaluation) row).evaluation())
                        .toList());
        return facts;
    }
}
