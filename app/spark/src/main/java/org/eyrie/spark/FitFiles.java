package org.eyrie.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.eyrie.engine.fit.FitOutput;
import org.eyrie.model.Fit;
import org.eyrie.model.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * A fit as Parquet in a folder: {@code predictions}, written by executors, and then {@code fit}, one row, which is the sign that
 * all was written.
 */
final class FitFiles implements FitOutput {

    /** Predictions that are handed to executors at once. */
    private static final int AT_ONCE = 500_000;

    private static final StructType PREDICTION = new StructType()
            .add("model", DataTypes.StringType)
            .add("benchmark", DataTypes.StringType)
            .add("mean", DataTypes.DoubleType)
            .add("lower", DataTypes.DoubleType)
            .add("upper", DataTypes.DoubleType)
            .add("level", DataTypes.DoubleType)
            .add("fit", DataTypes.StringType)
            .add("left_out_mean", DataTypes.DoubleType)
            .add("left_out_lower", DataTypes.DoubleType)
            .add("left_out_upper", DataTypes.DoubleType);

    private static final StructType FIT = new StructType()
            .add("id", DataTypes.StringType)
            .add("created_at", DataTypes.StringType)
            .add("settings", DataTypes.StringType)
            .add("seed", DataTypes.LongType)
            .add("data_fingerprint", DataTypes.StringType)
            .add("data_version", DataTypes.LongType)
            .add("log_likelihood", DataTypes.DoubleType)
            .add("stop_reason", DataTypes.StringType)
            .add("shared", DataTypes.BinaryType);

    private final SparkSession spark;
    private final String folder;
    private final int atOnce;
    private final List<Row> waiting = new ArrayList<>();
    private SaveMode mode = SaveMode.Overwrite;
    private @Nullable Fit fit;

    FitFiles(SparkSession spark, String folder) {
        this(spark, folder, AT_ONCE);
    }

    /** @param atOnce predictions that are handed to executors at once */
    FitFiles(SparkSession spark, String folder, int atOnce) {
        this.spark = spark;
        this.folder = folder;
        this.atOnce = atOnce;
    }

    @Override
    public void fit(Fit made) {
        fit = made;
    }

    @Override
    public void predictions(List<Prediction> predictions) {
        predictions.forEach(each -> waiting.add(row(each)));
        if (waiting.size() >= atOnce) {
            flush();
        }
    }

    private static Row row(Prediction each) {
        Prediction.LeftOut without = each.leftOut();
        return RowFactory.create(
                each.model().value(),
                each.benchmark().value(),
                each.mean(),
                each.lower(),
                each.upper(),
                each.level(),
                each.fit().value(),
                without == null ? null : without.mean(),
                without == null ? null : without.lower(),
                without == null ? null : without.upper());
    }

    private void flush() {
        if (mode == SaveMode.Overwrite) {
            forgetFit();
        }
        spark.createDataFrame(List.copyOf(waiting), PREDICTION)
                .write()
                .mode(mode)
                .parquet(folder + "/predictions");
        waiting.clear();
        mode = SaveMode.Append;
    }

    /** What an earlier run left must not pass for the sign that all of this one was written. */
    private void forgetFit() {
        Path path = new Path(folder, "fit");
        try {
            path.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(path, true);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be replaced", e);
        }
    }

    /** Writes what is left, and that this was all. */
    void end() {
        flush();
        Fit made = fit;
        if (made == null) {
            throw new IllegalStateException("There is no fit to keep");
        }
        Row row = RowFactory.create(
                made.id().value(),
                made.createdAt().toString(),
                made.settings(),
                made.seed(),
                made.dataFingerprint(),
                made.dataVersion(),
                made.logLikelihood(),
                made.stopReason(),
                made.shared().bytes());
        spark.createDataFrame(List.of(row), FIT)
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder + "/fit");
    }

    /** The fit of a folder, one row. */
    static Dataset<Row> fit(SparkSession spark, String folder) {
        return spark.read().schema(FIT).parquet(folder + "/fit");
    }

    /** Its predictions. */
    static Dataset<Row> predictions(SparkSession spark, String folder) {
        return spark.read().schema(PREDICTION).parquet(folder + "/predictions");
    }
}
