package org.eyrie.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** Refuses outcomes that are none, before hours are spent on them. */
final class OutcomeCheck {

    private static final int LISTED = 20;

    private OutcomeCheck() {}

    /** @throws InvalidInputException with the first faults of each kind */
    static void check(Dataset<Row> rows, String file) {
        List<Fault> faults = new ArrayList<>();
        rows.filter(col("model")
                        .isNull()
                        .or(col("benchmark").isNull())
                        .or(col("outcomes").isNull()))
                .takeAsList(LISTED)
                .forEach(row -> faults.add(
                        new Fault(row.toString(), "has no value where model, benchmark and outcomes are needed")));
        rows.filter(col("outcomes").rlike("^[01-]*[01][01-]*$").equalTo(false))
                .takeAsList(LISTED)
                .forEach(row -> faults.add(new Fault(
                        row.getString(0) + " on " + row.getString(1),
                        "outcomes are a character an item, 1 correct, 0 wrong, - not seen, and one at"
                                + " least was seen")));
        rows.groupBy("model", "benchmark")
                .count()
                .filter(col("count").gt(1))
                .takeAsList(LISTED)
                .forEach(row -> faults.add(new Fault(
                        row.getString(0) + " on " + row.getString(1),
                        "stands " + row.getLong(2) + " times; keep one line of each model and benchmark")));
        if (!faults.isEmpty()) {
            throw new InvalidInputException(file, faults);
        }
    }
}
