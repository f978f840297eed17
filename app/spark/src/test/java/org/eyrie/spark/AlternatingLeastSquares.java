package org.eyrie.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.eyrie.lrmf.problem.Observations;

/**
 * Spark's own alternating least squares ({@link ALS}, explicit, Zhou et al. 2008) on outcomes. It minimises squared error
 * and knows neither intercepts nor that an outcome is 0 or 1, so it is given what is left of an outcome once the item's share
 * of successes is taken off, and that is put back.
 */
final class AlternatingLeastSquares {

    private static final int ROWS_A_BLOCK = 1 << 16;

    private final Dataset<Row> ratings;
    private final float[] share;
    private final int models;
    private final int rank;
    private final int sweeps;

    AlternatingLeastSquares(SparkSession session, Observations seen, int models, int items, int rank, int sweeps) {
        this.models = models;
        this.rank = rank;
        this.sweeps = sweeps;
        int[] count = new int[items];
        double[] right = new double[items];
        for (int c = 0; c < seen.model().length; c++) {
            count[seen.column()[c]]++;
            right[seen.column()[c]] += seen.score()[c];
        }
        share = new float[items];
        for (int i = 0; i < items; i++) {
            share[i] = (float) ((right[i] + 1) / (count[i] + 2));
        }
        ratings = ratings(session, seen).persist(StorageLevel.MEMORY_ONLY());
        ratings.count();
    }

    private Dataset<Row> ratings(SparkSession session, Observations seen) {
        List<float[]> blocks = new ArrayList<>();
        for (int from = 0; from < seen.model().length; from += ROWS_A_BLOCK) {
            int rows = Math.min(ROWS_A_BLOCK, seen.model().length - from);
            float[] block = new float[3 * rows]; // numbers of rows and columns are exact in a float up to 2^24
            for (int c = 0; c < rows; c++) {
                block[3 * c] = seen.model()[from + c];
                block[3 * c + 1] = seen.column()[from + c];
                block[3 * c + 2] = (float) seen.score()[from + c] - share[seen.column()[from + c]];
            }
            blocks.add(block);
        }
        StructType columns = new StructType()
                .add("model", DataTypes.IntegerType, false)
                .add("item", DataTypes.IntegerType, false)
                .add("rating", DataTypes.FloatType, false);
        return session.createDataFrame(
                new JavaSparkContext(session.sparkContext())
                        .parallelize(blocks, 4)
                        .flatMap(block -> {
                            List<Row> rows = new ArrayList<>();
                            for (int c = 0; c < block.length; c += 3) {
                                rows.add(RowFactory.create((int) block[c], (int) block[c + 1], block[c + 2]));
                            }
                            return rows.iterator();
                        }),
                columns);
    }

    /** Factors, row by row. */
    @SuppressWarnings("ArrayRecordComponent") // structure of arrays
    record Fitted(float[][] ofModels, float[][] ofItems, float[] share) {

        double probability(int model, int item) {
            double sum = share[item];
            for (int k = 0; k < ofItems[item].length; k++) {
                sum += ofModels[model][k] * ofItems[item][k];
            }
            return sum;
        }
    }

    /**
     * Fits.
     *
     * @param ridge times the number of ratings of a row, as MLlib has it
     */
    Fitted fit(double ridge) {
        ALSModel model = new ALS()
                .setUserCol("model")
                .setItemCol("item")
                .setRatingCol("rating")
                .setRank(rank)
                .setMaxIter(sweeps)
                .setRegParam(ridge)
                .setNumBlocks(4)
                .setSeed(1)
                .fit(ratings);
        return new Fitted(collected(model.userFactors(), models), collected(model.itemFactors(), share.length), share);
    }

    private float[][] collected(Dataset<Row> factors, int rows) {
        float[][] all = new float[rows][rank];
        for (Row row : factors.collectAsList()) {
            List<Float> numbers = row.getList(1);
            for (int k = 0; k < rank; k++) {
                all[row.getInt(0)][k] = numbers.get(k);
            }
        }
        return all;
    }
}
