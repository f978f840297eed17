package org.eyrie.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/**
 * Brings a fit from its folder to Neo4j: the fit itself first, from then on the service answers from it, then its
 * predictions. All of it merges by key, so doing it again ends in the same graph, wherever it broke off.
 */
final class Loading {

    private final SparkSession spark;
    private final String folder;
    private final GraphDatabase database;

    Loading(SparkSession spark, String folder, GraphDatabase database) {
        this.spark = spark;
        this.folder = folder;
        this.database = database;
    }

    /**
     * Loads.
     *
     * @return how many predictions
     * @throws InvalidInputException if the folder has no whole fit, or the graph lacks what it is about
     */
    long load() {
        Dataset<Row> fit = fit();
        Dataset<Row> predictions = FitFiles.predictions(spark, folder);
        refuseUnknown(predictions);
        database.write("save-fit", fit);
        database.write("save-predictions", predictions);
        return predictions.count();
    }

    private Dataset<Row> fit() {
        try {
            Dataset<Row> fit = FitFiles.fit(spark, folder);
            if (fit.count() == 1) {
                return fit;
            }
        } catch (Exception e) {
            if (!(e instanceof AnalysisException)) {
                throw e;
            }
        }
        throw new InvalidInputException(
                folder,
                List.of(new Fault("fit", "is not there or not whole; run fit with --out " + folder + " again")));
    }

    /** A prediction of a model or benchmark that the graph lacks would vanish without a word. */
    private void refuseUnknown(Dataset<Row> predictions) {
        List<Fault> faults = new ArrayList<>();
        StructType id = new StructType().add("id", DataTypes.StringType);
        missing(predictions, "benchmark", database.rows("scores/benchmarks", id), faults);
        missing(
                predictions,
                "model",
                database.read(GraphTable.MODELS).select(col("model").as("id")),
                faults);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(folder, faults);
        }
    }

    private static void missing(Dataset<Row> predictions, String what, Dataset<Row> known, List<Fault> faults) {
        predictions
                .select(what)
                .distinct()
                .except(known.toDF(what))
                .takeAsList(20)
                .forEach(row -> faults.add(new Fault(
                        what + " " + row.getString(0), "is not in the graph; import it first (eyrie import ...)")));
    }
}
