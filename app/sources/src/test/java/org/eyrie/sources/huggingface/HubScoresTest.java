package org.eyrie.sources.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Evaluation;
import org.eyrie.sources.Database;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HubScoresTest {

    private final FakeHub hub;
    private final Database database = new Database();

    HubScoresTest(@TempDir Path cache) throws IOException {
        hub = new FakeHub(cache);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aPercentageSaysNothingOfItsNeighbours() {
        load("\"model-index\":[{\"name\":\"m\",\"results\":[" + result("IFEval", "20.9") + "," + result("BBH", "0.6")
                + "]},{\"name\":\"other\",\"results\":[" + result("Own", "0.6") + "]}]");

        assertThat(database.scores())
                .extracting(each -> each.benchmark().value(), Evaluation::score)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("IFEval (normalized accuracy, 3-shot)", 0.209),
                        org.assertj.core.groups.Tuple.tuple("BBH (normalized accuracy, 3-shot)", 0.6),
                        org.assertj.core.groups.Tuple.tuple("Own (normalized accuracy, 3-shot)", 0.6));
    }

    @Test
    void notesAndRevisionsAreBenchmarksOfTheirOwnAndOneBadResultCostsNoOther() {
        ImportReport report = load("\"evalResults\":[" + collected("a/hard", "20.5", ",\"notes\":\"no-tools\"")
                + "," + collected("a/hard", "35.5", ",\"notes\":\"with\\ntools\"") + ","
                + collected("a/hard", "31.5", "")
                + "," + collected("a/arena", "1287", "") + "," + collected("a/hard", "\"n/a\"", ",\"notes\":\"z\"")
                + "]");

        assertThat(database.scores())
                .extracting(each -> each.benchmark().value(), Evaluation::score)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("a/hard", 0.315),
                        org.assertj.core.groups.Tuple.tuple("a/hard (no-tools)", 0.205),
                        org.assertj.core.groups.Tuple.tuple("a/hard (with tools)", 0.355));
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes()).hasSize(2);
    }

    @Test
    void aFigureThatMayBeEitherIsLeftOutWhereTheDataSetSpeaksAgainstIt() {
        load("\"evalResults\":[" + collected("a/hard", "20.5", ",\"notes\":\"x\"") + ","
                + collected("a/hard", "31.5", ",\"notes\":\"y\"") + "," + collected("a/hard", "35.5", "") + "]");
        hub.model("o/weak", "\"evalResults\":[" + collected("a/hard", "0.9", "") + "]");

        ImportReport report = database.load(HubImport.of(
                hub.hub(Map.of()), List.of("o/weak"), HubOptions.DEFAULT, KnownScales.of(database.stores.scores())));

        assertThat(database.scores()).hasSize(3);
        assertThat(report.notes()).singleElement().asString().contains("may be a share or a percentage");
    }

    @Test
    void otherModelsOfTheSameImportSpeakAgainstItToo() {
        hub.model("o/a", "\"evalResults\":[" + collected("a/hard", "20.5", "") + "]")
                .model("o/b", "\"evalResults\":[" + collected("a/hard", "31.5", "") + "]")
                .model("o/c", "\"evalResults\":[" + collected("a/hard", "35.5", "") + "]")
                .model("o/weak", "\"evalResults\":[" + collected("a/hard", "0.9", "") + "]");

        ImportReport report = database.load(HubImport.of(
                hub.hub(Map.of()),
                List.of("o/weak", "o/a", "o/b", "o/c"),
                HubOptions.DEFAULT,
                KnownScales.of(database.stores.scores())));

        assertThat(database.scores()).extracting(Evaluation::score).containsExactly(0.205, 0.315, 0.355);
        assertThat(report.notes()).singleElement().asString().contains("may be a share or a percentage");
    }

    @Test
    void evalResultsKeepTheirDateSourceAndSetup() {
        load("\"evalResults\":[{\"filename\":\".eval_results/hle.yaml\",\"data\":{\"dataset\":{\"id\":\"cais/hle\","
                + "\"task_id\":\"default\",\"revision\":\"abc\"},\"value\":20.90,\"date\":\"2025-01-15\","
                + "\"source\":{\"url\":\"https://example.org/log\"},\"notes\":\"no-tools\"}},"
                + "{\"dataset\":{\"id\":\"Idavidrein/gpqa\",\"task_id\":\"gpqa_diamond\"},\"value\":0.412}]");

        List<Evaluation> scores = database.scores();
        assertThat(scores).hasSize(2);
        Evaluation gpqa = scores.get(0);
        assertThat(gpqa.benchmark().value()).isEqualTo("Idavidrein/gpqa/gpqa_diamond");
        assertThat(gpqa.score()).isEqualTo(0.412);
        Evaluation hle = scores.get(1);
        assertThat(hle.score()).isEqualTo(0.209);
        assertThat(hle.benchmark().value()).isEqualTo("cais/hle (no-tools, vabc)");
        assertThat(hle.measuredAt()).hasToString("2025-01-15T00:00:00Z");
        assertThat(hle.source()).contains("o/m@").contains("https://example.org/log");
        assertThat(database.stores.scores().benchmarks())
                .anySatisfy(each -> assertThat(each.setup().filter()).isEqualTo("no-tools"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"evalResults\":[{\"dataset\":{\"id\":\"a/b\"},\"value\":\"NaN\"}]",
                "\"evalResults\":[{\"dataset\":{\"id\":\"a/b\"},\"value\":-1}]",
                "\"evalResults\":[{\"dataset\":{\"id\":\"a/b\"},\"value\":2090}]",
                "\"evalResults\":[{\"dataset\":{\"id\":\"a/b\"}}]",
                "\"evalResults\":[{\"value\":0.5}]",
                "\"evalResults\":[7]",
                "\"model-index\":[{\"results\":[{\"metrics\":[{\"value\":0.5}]}]}]",
                "\"model-index\":{\"name\":\"x\"}",
            })
    void aScoreThatIsNoneIsLeftOutAndTheModelStays(String fields) {
        ImportReport report = load(fields);

        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes()).hasSize(1);
        assertThat(database.scores()).isEmpty();
        assertThat(database.models()).hasSize(1);
    }

    @Test
    void aScoreThatStandsTwiceCountsOnceAndLossesDoNotCount() {
        ImportReport report = load("\"model-index\":[{\"results\":[" + result("A", "0.5") + "," + result("A", "0.6")
                + ",{\"dataset\":{\"name\":\"x\"},\"metrics\":[{\"type\":\"loss\",\"value\":1.5}]}]}]");

        assertThat(database.scores()).extracting(Evaluation::score).containsExactly(0.5);
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.reason()).contains("stands twice"));
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.reason()).contains("no share of successes"));
    }

    private ImportReport load(String fields) {
        hub.model("o/m", fields);
        return database.load(
                HubImport.of(
                        hub.hub(Map.of()),
                        List.of("o/m"),
                        HubOptions.DEFAULT,
                        KnownScales.of(database.stores.scores())),
                ImportOptions.DEFAULT.withSkipBadRows(true));
    }

    private static String collected(String dataset, String value, String more) {
        return "{\"data\":{\"dataset\":{\"id\":\"" + dataset + "\",\"task_id\":\"default\"},\"value\":" + value + more
                + "}}";
    }

    private static String result(String dataset, String value) {
        return "{\"task\":{\"type\":\"text-generation\"},\"dataset\":{\"type\":\"t\",\"name\":\"" + dataset
                + "\",\"args\":{\"num_few_shot\":3}},\"metrics\":[{\"type\":\"acc_norm\",\"value\":"
                + value + ",\"name\":\"normalized accuracy\"}]}";
    }
}
