package org.eyrie.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** The columns of what is read, by name and type; the first of them are needed, the others may be missing. */
enum GraphTable {
    MODELS(
            1,
            "model string, architecture string, parameters_billions double, type string, precision string,"
                    + " chat_template boolean, moe boolean, uploaded date, license string, revision string"),
    EDGES(2, "child string, parent string, relation string, weight double, evidence string"),
    SCORES(3, "model string, benchmark string, score double, items long, stderr double, source string"),
    METHODS(2, "model string, method string"),
    OUTCOMES(3, "model string, benchmark string, outcomes string");

    private final int needed;
    private final String columns;

    GraphTable(int needed, String columns) {
        this.needed = needed;
        this.columns = columns;
    }

    /** Their schema. */
    StructType schema() {
        return new StructType(Arrays.stream(columns.split(", ", -1))
                .map(column -> column.split(" ", -1))
                .map(column -> new StructField(column[0], type(column[1]), true, Metadata.empty()))
                .toArray(StructField[]::new));
    }

    private static DataType type(String name) {
        return switch (name) {
            case "double" -> DataTypes.DoubleType;
            case "long" -> DataTypes.LongType;
            case "boolean" -> DataTypes.BooleanType;
            case "date" -> DataTypes.DateType;
            default -> DataTypes.StringType;
        };
    }

    /**
     * A table's columns in this order and of these types, null where it has none.
     *
     * @param file for messages
     * @throws InvalidInputException if one is missing that is needed
     */
    Dataset<Row> of(Dataset<Row> table, String file) {
        List<String> found = Arrays.asList(table.columns());
        List<Fault> faults = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (StructField field : schema().fields()) {
            boolean there = found.contains(field.name());
            if (!there && columns.size() < needed) {
                faults.add(new Fault(
                        "column " + field.name(),
                        "is missing. Needed: " + String.join(", ", neededNames()) + "; found: "
                                + String.join(", ", found)));
            }
            Column column = there ? table.col("`" + field.name() + "`") : functions.lit(null);
            columns.add(column.cast(field.dataType()).as(field.name()));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(file, faults);
        }
        return table.select(columns.toArray(Column[]::new));
    }

    private List<String> neededNames() {
        return Arrays.asList(schema().fieldNames()).subList(0, needed);
    }
}
