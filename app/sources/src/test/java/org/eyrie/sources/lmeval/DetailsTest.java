package org.eyrie.sources.lmeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jerolba.carpet.CarpetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items as lighteval keeps them, in tables beside its results. */
class DetailsTest {

    private static final String TIME = "2025-03-01T10-00-00.123456";

    private static final String RESULTS = """
            {"config_general": {"model_name": "%s", "max_samples": %s, "model_config": {"model_name": "%s"}},
             "results": {"%s": {"em": 0.5, "em_stderr": 0.25}, "all": {"em": 0.5}}, "versions": {}}
            """;

    private final Path folder;
    private final Database database = new Database();

    DetailsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    record Doc(String query) {}

    record Item(Doc doc, Map<String, Double> metric) {}

    record OldItem(String example, Map<String, Double> metrics) {}

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static <T> byte[] table(Class<T> type, List<T> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CarpetWriter<T> writer = new CarpetWriter<>(bytes, type)) {
            writer.write(rows);
        }
        return bytes.toByteArray();
    }

    private static byte[] items(double... solved) throws IOException {
        List<Item> rows = new java.util.ArrayList<>();
        for (int i = 0; i < solved.length; i++) {
            rows.add(new Item(new Doc(i + "+1="), Map.of("em", solved[i], "f1", .3)));
        }
        return table(Item.class, rows);
    }

    private ImportReport load() {
        return database.load(new LmEvalSource(List.of(folder), null, false));
    }

    /** The outcomes as they are stored: in the order of the digests of questions, which is that of all models. */
    private String outcomesOf(String model) {
        Evaluation score = database.scores().stream()
                .filter(each -> each.model().equals(new ModelId(model)))
                .findFirst()
                .orElseThrow();
        assertThat(score.score()).isEqualTo(.5);
        return database.stores.scores().outcomes(score.benchmark()).stream()
                .filter(each -> each.model().equals(score.model()))
                .map(each -> Objects.requireNonNull(each.outcomes()).value())
                .findFirst()
                .orElse("none");
    }

    @Test
    void detailsInAFolderOfTheirOwnGoToTheResultsOfTheirModelAndTime() throws IOException {
        for (String model : List.of("lab/owl", "lab/bat")) {
            write("results/" + model + "/results_" + TIME + ".json", RESULTS.formatted(model, "null", model, "sums|0"));
        }
        write("details/lab/owl/" + TIME + "/details_sums|0_" + TIME + ".parquet", items(1, 0, 1, 0));
        write("details/lab/bat/" + TIME + "/details_sums|0_" + TIME + ".parquet", items(0, 1, 0, 1));

        ImportReport report = load();

        String owl = outcomesOf("lab/owl");
        assertThat(owl).hasSize(4).matches("[01]*1[01]*1[01]*");
        assertThat(outcomesOf("lab/bat"))
                .isEqualTo(owl.replace('1', 'x').replace('0', '1').replace('x', '0'));
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.reason()).contains("f1 has no outcomes"));
    }

    @Test
    void theFirstLeaderboardsLieBesideTheResultsUnderOldNames() throws IOException {
        String task = "harness|arc:challenge|25";
        write("results_" + TIME + ".json", RESULTS.formatted("lab/owl", "null", "lab/owl", task));
        write(
                TIME + "/details_harness|arc-challenge|25_" + TIME + ".parquet",
                table(
                        OldItem.class,
                        List.of(new OldItem("Why?", Map.of("em", 1.0)), new OldItem("Who?", Map.of("em", 0.0)))));

        load();

        assertThat(outcomesOf("lab/owl")).containsOnlyOnce("1").containsOnlyOnce("0");
    }

    @Test
    void aPartOfTheItemsIsTakenWithoutAFlagForItIsKnownWhich() throws IOException {
        write("results_" + TIME + ".json", RESULTS.formatted("lab/owl", "2", "lab/owl", "sums|0"));
        write("details_sums|0_" + TIME + ".parquet", items(1, 0));

        load();

        assertThat(outcomesOf("lab/owl")).containsOnlyOnce("1").containsOnlyOnce("0");
    }

    /** The layout of 0.4.0 to 0.4.2: one list in what is called a file of lines, after the arguments and the task. */
    @Test
    void oldSamplesOfTheHarnessAreListsBesideTheirResults() throws IOException {
        write("run/results.json", """
                {"results": {"sums": {"acc,none": 0.5, "acc_stderr,none": 0.5}, "old_sums": {"acc,none": 0.5}},
                 "config": {"model": "hf", "model_args": "pretrained=lab/owl"}, "versions": {"sums": 1}}
                """);
        write("run/pretrained__lab__owl_sums.jsonl", """
                [
                  {"doc_id": 0, "doc": {}, "target": "1", "resps": [["x"]], "acc": 1.0},
                  {"doc_id": 1, "doc": {}, "target": "2", "resps": [["y"]], "acc": 0.0}
                ]
                """);
        write("run/pretrained__lab__owl_other.jsonl", "[{\"doc_id\": 0, \"acc\": 1.0}]");

        ImportReport report = load();

        assertThat(database.stores.scores().outcomes(new BenchmarkId("sums (acc, v1)")))
                .singleElement()
                .satisfies(score -> assertThat(
                                Objects.requireNonNull(score.outcomes()).value())
                        .isEqualTo("10"));
        assertThat(report.notes()).singleElement().asString().contains("ends with no task");
    }

    @Test
    void detailsWithoutResultsNeedTheModelsName() throws IOException {
        write("details_sums|0_" + TIME + ".parquet", items(1, 0));

        assertThatThrownBy(this::load).hasMessageContaining("--model-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PAR1", "PAR1 and nothing more PAR1"})
    void aDamagedTableIsRefusedByItsName(String content) throws IOException {
        write("results_" + TIME + ".json", RESULTS.formatted("lab/owl", "null", "lab/owl", "sums|0"));
        write("details_sums|0_" + TIME + ".parquet", content);

        assertThatThrownBy(this::load).hasMessageContaining("details_sums|0");
    }
}
