package org.eyrie.sources.everyeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryEvalSourceTest {

    private static final String RECORD = """
            {"schema_version": "0.2.1", "evaluation_id": "toys/acme_mix-7b/1700000000", "retrieved_timestamp": "1700000099",
             "evaluation_timestamp": "1700000000",
             "source_metadata": {"source_name": "toys", "source_type": "evaluation_run",
                                 "source_organization_name": "acme", "evaluator_relationship": "first_party"},
             "eval_library": {"name": "helm", "version": "0.5"},
             "model_info": {"name": "Mix 7B", "id": "acme/mix-7b"},
             "evaluation_results": [%s]}
            """;
    private static final String RESULT = """
            {"evaluation_name": "%s", "source_data": {"dataset_name": "%s", "source_type": "other"%s},
             "metric_config": {"lower_is_better": %s, "score_type": "continuous", "min_score": 0, "max_score": %s},
             "score_details": {"score": %s, "uncertainty": {"standard_error": {"value": %s}}}}
            """;

    private final Path folder;
    private final Database database = new Database();

    EveryEvalSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aScoreIsKeptUnderItsDataSetMetricAndWhoMeasured() throws IOException {
        record(RESULT.formatted("Sums - COT correct", "Sums", "", false, 1, 0.25, 0.125));
        load();

        assertThat(database.scores()).singleElement().satisfies(score -> {
            assertThat(score.model()).isEqualTo(new ModelId("acme/mix-7b"));
            assertThat(score.benchmark().value()).isEqualTo("Sums (COT correct,helm)");
            assertThat(score.score()).isEqualTo(0.25);
            assertThat(score.stderr()).isEqualTo(0.125);
            assertThat(score.measuredAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
            assertThat(score.source()).isEqualTo("Every Eval Ever: helm");
        });
    }

    @Test
    void scalesAreSharesOrPerCent() throws IOException {
        record(RESULT.formatted("a", "a", "", false, 100, 25, 5) + ","
                + RESULT.formatted("b", "b", "", false, 10, 7.5, 0) + ","
                + RESULT.formatted("c", "c", "", true, 1, 0.5, 0));
        ImportReport report = load();

        assertThat(database.scores()).singleElement().satisfies(score -> {
            assertThat(score.score()).isEqualTo(0.25);
            assertThat(score.stderr()).isEqualTo(0.05);
        });
        assertThat(report.notes())
                .extracting(Fault::reason)
                .anySatisfy(note -> assertThat(note).contains("7.5 is no share of successes: its scale is 0 to 10"))
                .anySatisfy(note -> assertThat(note).contains("less of it is better"));
    }

    @Test
    void aPartOfTheSamplesIsTakenWhereItIsAskedFor() throws IOException {
        record(RESULT.formatted("a", "a", ", \"samples_number\": 9, \"sample_ids\": [1, 2]", false, 1, 0.5, 0.5));

        assertThat(load().notes())
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .contains("2 of 9 samples");
        database.load(new EveryEvalSource(List.of(folder), null, true));
        assertThat(database.scores()).singleElement().satisfies(score -> assertThat(score.items())
                .isEqualTo(2));
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        record(RESULT.formatted("a", "a", "", false, 1, "\"high\"", 0));
        assertThatThrownBy(this::load).hasMessageContaining("Result 1 of acme/mix-7b needs evaluation_name");
        Files.writeString(
                folder.resolve("record.json"), RECORD.formatted("").replace("\"id\": \"acme/mix-7b\"", "\"x\": 1"));
        assertThatThrownBy(this::load).hasMessageContaining("model_info.id does not say");
        Files.delete(folder.resolve("record.json"));
        assertThatThrownBy(this::load).hasMessageContaining("no records of Every Eval Ever");
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void theRevisionOfTheModelStandsInTheSource() throws IOException {
        Files.writeString(
                folder.resolve("record.json"),
                RECORD.formatted(RESULT.formatted("a", "a", "", false, 1, 0.5, 0))
                        .replace("\"id\": \"acme/mix-7b\"", "\"id\": \"acme/mix-7b@ab12\""));
        load();

        assertThat(database.scores()).singleElement().satisfies(score -> {
            assertThat(score.model()).isEqualTo(new ModelId("acme/mix-7b"));
            assertThat(score.source()).isEqualTo("Every Eval Ever: helm, model at ab12");
        });
    }

    private void record(String results) throws IOException {
        Files.writeString(folder.resolve("record.json"), RECORD.formatted(results));
        Files.writeString(folder.resolve("other.json"), "{\"name\": \"of another kind\"}");
    }

    private ImportReport load() {
        return database.load(new EveryEvalSource(List.of(folder), null, false));
    }
}
