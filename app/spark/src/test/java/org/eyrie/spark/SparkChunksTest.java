package org.eyrie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.eyrie.lrmf.outcomes.ChunkedFit;
import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.Covariates;
import org.eyrie.lrmf.outcomes.LocalChunks;
import org.eyrie.lrmf.outcomes.ModelKnowledge;
import org.eyrie.lrmf.outcomes.OutcomeChunk;
import org.eyrie.lrmf.outcomes.OutcomeChunks;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark in this process, with any number of threads. */
class SparkChunksTest {

    private static final int MODELS = 2 * OutcomeChunk.ROWS + 300;
    private static final int ITEMS = 10;

    private static OutcomeTable outcomes() {
        SplittableRandom random = new SplittableRandom(4);
        int cells = MODELS * ITEMS / 2;
        int[] row = new int[cells];
        int[] column = new int[cells];
        byte[] success = new byte[cells];
        for (int c = 0; c < cells; c++) {
            row[c] = 2 * c / ITEMS;
            column[c] = 2 * c % ITEMS + row[c] % 2;
            success[c] = (byte) (random.nextInt(ITEMS) < column[c] + row[c] % 3 ? 1 : 0);
        }
        return OutcomeTable.of(MODELS, ITEMS, row, column, success);
    }

    private static byte[] fit(OutcomeChunks chunks) throws IOException {
        OutcomeSettings settings = new OutcomeSettings(2, 3, 1, 1, 0.3, true, true, 5, 1e-9, 1);
        ChunkedFit fit = ChunkedFit.fit(
                chunks,
                1,
                ColumnTies.ofGroups(new int[ITEMS], 1),
                new ModelKnowledge(Covariates.NONE, new double[0]),
                settings,
                RunContext.of(1));
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        fit.shared().write(new java.io.DataOutputStream(bytes));
        fit.models().close();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local[1]", "local[2]", "local[4]"})
    void anyNumberOfThreadsFindsWhatOneProcessFindsToTheLastBit(String master) throws IOException {
        OutcomeTable table = outcomes();
        try (SparkSession session = LocalSpark.session(master)) {
            JavaSparkContext context = new JavaSparkContext(session.sparkContext());
            List<OutcomeChunk> chunks = List.of(OutcomeChunk.of(table));
            byte[] expected = fit(LocalChunks.of(table));
            for (long most : new long[] {Long.MAX_VALUE, 0}) { // added up by the driver, and by executors
                OutcomeChunks onSpark =
                        SparkChunks.of(context, context.parallelize(chunks, chunks.size()), MODELS, ITEMS, most);
                assertThat(fit(onSpark)).isEqualTo(expected);
            }
        }
    }

    @Test
    void aFileOfOtherColumnsIsRefusedByNamingThem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("outcomes.csv");
        Files.writeString(file, "name,benchmark,result\na/b,c,01\n");
        try (SparkSession session = LocalSpark.session("local[1]")) {
            assertThat(message(() -> GraphFolder.read(session, file.toString(), GraphTable.OUTCOMES)))
                    .contains("column model: is missing")
                    .contains("column outcomes: is missing")
                    .contains("found: name, benchmark, result");
            String parquet = folder.resolve("other.parquet").toString();
            session.range(3).toDF("number").write().parquet(parquet);
            assertThat(message(() -> GraphFolder.read(session, parquet, GraphTable.SCORES)))
                    .contains(parquet)
                    .contains("column model: is missing. Needed: model, benchmark, score; found: number")
                    .contains("column score: is missing");
            Files.writeString(file, "model,benchmark,outcomes\na/b,c,01\na/b,c,11\nd/e,c,0x\n");
            assertThat(message(() -> OutcomeCheck.check(
                            GraphFolder.read(session, file.toString(), GraphTable.OUTCOMES), "outcomes.csv")))
                    .contains("d/e on c: outcomes are a character an item")
                    .contains("a/b on c: stands 2 times");
            assertThat(message(() -> GraphFolder.read(session, folder + "/none.parquet", GraphTable.OUTCOMES)))
                    .contains("is not there");
        }
    }

    private static String message(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
        return "nothing was refused";
    }

    @Test
    void wordsThatNobodyKnowsAreRefused() {
        List<String> said = new ArrayList<>();
        for (String words : List.of("", "fit", "fit --out a", "fit --graph a --out b --colour red", "load --out a")) {
            try {
                JobArguments.of(words.isEmpty() ? List.of() : List.of(words.split(" ")));
            } catch (JobArguments.Misunderstood e) {
                said.add(e.getMessage());
            }
        }
        assertThat(said)
                .containsExactly(
                        "The first word is fit or load",
                        "fit needs --out",
                        "fit needs either --neo4j-uri or --graph",
                        "Unknown option --colour",
                        "load needs --neo4j-uri");
    }
}
