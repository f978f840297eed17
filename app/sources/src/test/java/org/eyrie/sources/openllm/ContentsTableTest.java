package org.eyrie.sources.openllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.annotation.Alias;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.eyrie.model.Evaluation;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.model.Traits;
import org.eyrie.sources.Database;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.http.Pauses;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ContentsTableTest {

    private static final String HEADER = "eval_name,Precision,Type,T,Architecture,Model,fullname,Model sha,Average ⬆️,"
            + "Hub License,#Params (B),MoE,Flagged,Chat Template,IFEval Raw,IFEval,MUSR Raw,MUSR,Upload To Hub Date,"
            + "Submission Date,Base Model\n";

    private final Database database = new Database();

    /** A row as the public Parquet file has it, with some of its columns. */
    record Row(
            @Alias("eval_name") @Nullable String evalName,
            @Alias("Precision") @Nullable String precision,
            @Alias("Type") @Nullable String type,
            @Alias("fullname") @Nullable String fullname,
            @Alias("Model sha") @Nullable String sha,
            @Alias("#Params (B)") @Nullable Double parameters,
            @Alias("Flagged") @Nullable Boolean flagged,
            @Alias("Chat Template") @Nullable Boolean chatTemplate,
            @Alias("Hub ❤️") @Nullable Long likes,
            @Alias("IFEval Raw") @Nullable Double ifeval,
            @Alias("IFEval") @Nullable Double ifevalRescaled,
            @Alias("MUSR Raw") @Nullable Double musr,
            @Alias("Submission Date") @Nullable String submitted,
            @Alias("Base Model") @Nullable String base) {

        static Row of(String fullname, @Nullable Double ifeval, String submitted) {
            return new Row(
                    fullname.replace('/', '_') + "_bfloat16",
                    "bfloat16",
                    "💬 chat models (RLHF, DPO, IFT, ...)",
                    fullname,
                    "26a66f0d862e2024ce4ad0a09c37052ac36e8af6",
                    7.242,
                    false,
                    true,
                    3L,
                    ifeval,
                    33.0,
                    0.381375,
                    submitted,
                    "root/base");
        }
    }

    @Test
    void moreRowsThanAreTakenAreRefusedInWords() {
        String rows = HEADER + "x,,,,,,a/b,,,,,,,,0.5,,,,,,\n".repeat(3);

        assertThatThrownBy(() -> database.load(new ContentsTable(Database.file("contents.csv", rows), 2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("contents.csv line 4: There are more than 2 rows");
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void rawScoresAndTraitsAreReadFromParquet() throws IOException {
        ImportReport report = database.load(table(parquet(Row.of("0-hero/Matter", 0.3302, "2024-08-05"))));

        assertThat(database.scores())
                .extracting(each -> each.benchmark().value(), Evaluation::score, Evaluation::items)
                .containsExactly(Tuple.tuple("IFEval", 0.3302, 541), Tuple.tuple("MuSR", 0.381375, 756));
        Evaluation score = database.scores().get(0);
        assertThat(score.source())
                .isEqualTo("Open LLM Leaderboard, contents, revision 26a66f0d862e2024ce4ad0a09c37052ac36e8af6");
        assertThat(score.measuredAt()).hasToString("2024-08-05T00:00:00Z");
        assertThat(traits("0-hero/Matter"))
                .isEqualTo(new Traits(null, 7.242, "chat", "bfloat16", true, null, null, null));
        assertThat(report.ignored()).containsOnlyKeys("Base Model", "Hub ❤️", "IFEval", "eval_name");
        assertThat(database.edges())
                .as("Base Model is the root of a chain, not a parent")
                .isEmpty();
    }

    @Test
    void csvSaysTheSame() {
        String row = "e,bfloat16,🟢 pretrained,🟢,LlamaForCausalLM,\"<a href=\"\"x\"\">y</a>\",01-ai/Yi,4b48,25.6,"
                + "apache-2.0,34.389,False,False,False,0.284,28.4,0.4236,11.2,2024-05-11,2024-06-12,01-ai/Yi\n";

        database.load(table((HEADER + row).getBytes(StandardCharsets.UTF_8)));

        assertThat(database.scores()).extracting(Evaluation::score).containsExactly(0.284, 0.4236);
        assertThat(traits("01-ai/Yi"))
                .isEqualTo(new Traits(
                        "LlamaForCausalLM",
                        34.389,
                        "pretrained",
                        "bfloat16",
                        false,
                        false,
                        java.time.LocalDate.of(2024, 5, 11),
                        "apache-2.0"));
    }

    @Test
    void ofSeveralEvaluationsTheOneSubmittedLastCounts() throws IOException {
        ImportReport report = database.load(table(parquet(
                Row.of("a/b", 0.2, "2024-08-05"), Row.of("a/b", 0.3, "2024-09-05"), Row.of("a/b", 0.1, "2024-07-05"))));

        assertThat(database.scores())
                .extracting(Evaluation::score)
                .contains(0.3)
                .doesNotContain(0.1, 0.2);
        assertThat(report.notes()).hasSize(2);
    }

    @Test
    void aScoreThatWasNotMeasuredIsLeftOut() throws IOException {
        database.load(table(parquet(Row.of("a/b", null, "2024-08-05"))));

        assertThat(database.scores())
                .extracting(each -> each.benchmark().value())
                .containsExactly("MuSR");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 33.02, Double.POSITIVE_INFINITY})
    void aScoreOutOfItsRangeIsRejectedWithItsRow(double score) throws IOException {
        ImportReport report = database.load(
                table(parquet(Row.of("a/good", 0.5, "2024-08-05"), Row.of("a/bad", score, "2024-08-05"))),
                ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejected()).hasSize(1);
        assertThat(report.rejected().get(0).where()).isEqualTo("contents line 2");
        assertThat(database.models()).containsExactly(new ModelId("a/good"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100, 2_000})
    void aTruncatedFileIsRefusedWhole(int length) throws IOException {
        byte[] whole = parquet(Row.of("a/b", 0.5, "2024-08-05"));
        byte[] half = Arrays.copyOf(whole, Math.min(length, whole.length - 10));

        assertThatThrownBy(() -> database.load(table(half), ImportOptions.DEFAULT.withSkipBadRows(true)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Parquet file is damaged");
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aFileWithBytesTurnedOverIsRefusedOrReadNeverFatal() throws IOException {
        byte[] whole = parquet(Row.of("a/b", 0.5, "2024-08-05"), Row.of("a/c", 0.5, "2024-08-05"));
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            byte[] damaged = whole.clone();
            damaged[4 + random.nextInt(damaged.length - 8)] ^= (byte) (1 + random.nextInt(255));
            try {
                new Database().load(table(damaged), ImportOptions.DEFAULT.withSkipBadRows(true));
            } catch (InvalidInputException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void aTableOfSomethingElseIsRefusedWithWhatIsMissing() throws IOException {
        record Other(String name, double score) {}
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CarpetWriter<Other> writer = new CarpetWriter<>(bytes, Other.class)) {
            writer.write(new Other("x", 1));
        }

        assertThatThrownBy(() -> database.load(table(bytes.toByteArray())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("column fullname is missing");
        assertThatThrownBy(() -> database.load(table("fullname,Rank\na/b,33.0\n".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("IFEval Raw");
    }

    @Test
    void rescaledScoresAreLeftToTheMapWhereThereAreNoRawOnesAndTheFirstLeaderboardsAreTakenAsTheyAre() {
        database.load(table("fullname,GPQA,GPQA Raw,BBH,ARC\na/b,8.05,,41.2,61.77\na/c,8.05,0.31,41.2,\n"
                .getBytes(StandardCharsets.UTF_8)));

        assertThat(database.scores())
                .extracting(
                        score -> score.model().value(),
                        score -> score.benchmark().value(),
                        Evaluation::score)
                .containsExactlyInAnyOrder(
                        tuple("a/b", "GPQA (normalised)", 0.0805),
                        tuple("a/b", "BBH (normalised)", 0.412),
                        tuple("a/b", "ARC-Challenge (25-shot)", 0.6177),
                        tuple("a/c", "GPQA", 0.31));
    }

    @Test
    void aTableThatBreaksOffInItsHeaderSaysThatItHasNoRows() {
        ImportReport report = database.load(table("eval_name,fullname,Model s".getBytes(StandardCharsets.UTF_8)));

        assertThat(report.notes()).singleElement().asString().contains("is the table cut off?");
    }

    @Test
    void wrongTypesInCsvAreListedTogether() {
        String row = "e,bfloat16,x,x,A,m,a/b,s,1,l,many,perhaps,False,False,high,1,0.4,1,someday,2024-06-12,b\n";

        ImportReport report = database.load(
                table((HEADER + row).getBytes(StandardCharsets.UTF_8)), ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejected()).hasSize(1);
        assertThat(report.rejected().get(0).reason())
                .contains("#Params (B) must be a number")
                .contains("MoE must be true or false")
                .contains("IFEval Raw must be a number")
                .contains("Upload To Hub Date must be a day");
    }

    @Test
    void importingTwiceChangesNothing() throws IOException {
        byte[] file = parquet(Row.of("a/b", 0.5, "2024-08-05"));
        database.load(table(file));
        long version = database.stores.facts().version();
        database.load(table(file));

        assertThat(database.stores.facts().version()).isEqualTo(version);
    }

    @Test
    void theTableIsFetchedFromAnAddress() throws IOException {
        byte[] file = parquet(Row.of("a/b", 0.5, "2024-08-05"));
        try (LocalServer server = new LocalServer()) {
            server.on("/contents.parquet", exchange -> {
                exchange.sendResponseHeaders(200, file.length);
                exchange.getResponseBody().write(file);
            });

            database.load(new ContentsTable(fetch(server, "/contents.parquet")));
            assertThat(database.models()).containsExactly(new ModelId("a/b"));
            assertThatThrownBy(() -> fetch(server, "/missing")).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    private static Input fetch(LocalServer server, String path) throws IOException {
        return ContentsDownload.fetch(
                server.uri(path),
                new ClientSettings(HttpLimits.DEFAULT, InstantSource.system(), Pauses.REAL, new Random(1)),
                Progress.NONE);
    }

    private Traits traits(String model) {
        return database.stores.lineage().find(new ModelId(model)).orElseThrow().traits();
    }

    private static ContentsTable table(byte[] bytes) {
        return new ContentsTable(Database.file("contents", bytes));
    }

    private static byte[] parquet(Row... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CarpetWriter<Row> writer = new CarpetWriter<>(bytes, Row.class)) {
            writer.write(List.of(rows));
        }
        return bytes.toByteArray();
    }
}
