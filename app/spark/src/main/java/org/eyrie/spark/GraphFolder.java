package org.eyrie.spark;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** Lineage and scores as files of a folder: {@code models}, {@code edges}, {@code scores}, each Parquet or CSV. */
record GraphFolder(SparkSession spark, String folder) implements GraphSource {

    @Override
    public long version() {
        return 0;
    }

    @Override
    public Dataset<Row> read(GraphTable table) {
        if (table == GraphTable.METHODS && !there(folder + "/methods.csv") && !there(folder + "/methods.parquet")) {
            return spark.createDataFrame(List.of(), table.schema()); // nobody has to know how models were merged
        }
        String name = folder + "/" + table.name().toLowerCase(Locale.ROOT);
        return read(spark, there(name + ".parquet") ? name + ".parquet" : name + ".csv", table);
    }

    private boolean there(String file) {
        return there(spark, file);
    }

    private static boolean there(SparkSession spark, String file) {
        try {
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file);
            return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .exists(path);
        } catch (java.io.IOException e) {
            throw new InvalidInputException(
                    file, List.of(new Fault("address", "cannot be reached: " + e.getMessage())));
        }
    }

    /**
     * A file's columns.
     *
     * @param file CSV with a header where its name ends so, else Parquet
     * @throws InvalidInputException if it is not there, or its columns are others
     */
    static Dataset<Row> read(SparkSession spark, String file, GraphTable table) {
        if (!there(spark, file)) {
            throw new InvalidInputException(
                    file,
                    List.of(new Fault(
                            "file",
                            "is not there. Executors must be able to read it too: put it"
                                    + " where all machines see it, such as s3a://, hdfs:// or a mounted folder.")));
        }
        Dataset<Row> rows = file.endsWith(".csv")
                ? spark.read().option("header", true).option("escape", "\"").csv(file)
                : spark.read().parquet(file);
        return table.of(rows, file);
    }
}
