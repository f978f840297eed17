package org.eyrie.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Payload;
import org.eyrie.model.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fit leaves in its folder, and what becomes of it where something breaks off. */
class FitFilesTest {

    private static final FitId ID = new FitId("20261129T120000.000");

    /** A fit that knows of so many models and ten benchmarks. */
    static void write(SparkSession spark, Path folder, int models) {
        FitFiles files = new FitFiles(spark, folder.toString());
        files.fit(new Fit(ID, Instant.EPOCH, "{}", 1, "data", 7, -1, "CONVERGED", Payload.of(new byte[] {1, 2, 3})));
        for (int u = 0; u < models; u++) {
            files.predictions(predictions(u));
        }
        files.end();
    }

    private static List<Prediction> predictions(int model) {
        return IntStream.range(0, 10)
                .mapToObj(i -> new Prediction(
                        new ModelId("org/m" + model),
                        new BenchmarkId("b" + i),
                        0.5 + i * 0.01,
                        0.4,
                        0.7,
                        0.9,
                        ID,
                        model % 2 == 0 ? null : new Prediction.LeftOut(0.5, 0.1 * (i % 3), 0.9)))
                .toList();
    }

    private static Loading loading(SparkSession spark, Path folder) {
        return new Loading(spark, folder.toString(), new GraphDatabase(spark, "bolt://127.0.0.1:1", "neo4j", "none"));
    }

    @Test
    void aDriverThatIsLostWhileItWritesLeavesNothingThatPassesForAFit(@TempDir Path folder) throws IOException {
        try (SparkSession spark = LocalSpark.session("local[1]")) {
            write(spark, folder, 3); // of a run before
            FitFiles lost = new FitFiles(spark, folder.toString(), 20);
            for (int u = 0; u < 5; u++) {
                lost.predictions(predictions(u));
            }
            assertThat(FitFiles.predictions(spark, folder.toString()).count()).isEqualTo(40);
            assertThatThrownBy(() -> loading(spark, folder).load())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("is not there or not whole; run fit with --out " + folder + " again");

            write(spark, folder, 5);
            assertThat(FitFiles.fit(spark, folder.toString()).count()).isEqualTo(1);
            assertThat(FitFiles.predictions(spark, folder.toString()).count()).isEqualTo(50);
        }
    }

    @Test
    void whereNoNeo4jAnswersTheFitIsWholeAndTheCommandThatLoadsItIsNamed(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (SparkSession spark = LocalSpark.session("local[1]")) {
            write(spark, folder, 2);
            int code = new EyrieSpark(Map.of(), new PrintStream(said, true, StandardCharsets.UTF_8))
                    .run("load", "--out", folder.toString(), "--neo4j-uri", "bolt://127.0.0.1:1");
            assertThat(code).isEqualTo(1);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Neo4j did not take all of the fit")
                .contains("The fit itself is whole, in " + folder)
                .contains("eyrie-spark.jar load --out " + folder + " --neo4j-uri bolt://127.0.0.1:1");
    }
}
