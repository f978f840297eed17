package org.eyrie.sources.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.List;
import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.text.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvalResultsSourceTest {

    private final Database database = new Database();

    @Test
    void resultsAreScoresWithTheirSetupSourceAndDate() {
        ImportReport report = load(
                file("zoo.yaml", """
                - dataset: {id: lab/zoo, task_id: default}
                  value: 20.90
                  date: 2025-01-15
                  source: {url: "https://example.org/run", name: Run}
                  notes: "no-tools"
                - dataset: {id: lab/zoo, task_id: owls, revision: 0123456789abcdef0123}
                  value: 0.25
                  date: "2025-02-01T10:00:00+01:00"
                - dataset: {id: lab/zoo, config: bats}
                  value: 41
                - dataset: {id: lab/zoo}
                """), file("pond.yaml", "- {dataset: {id: lab/pond, task_id: pond}, value: 55.5}\n"));

        assertThat(database.scores())
                .extracting(score ->
                        score.benchmark() + " " + score.score() + " " + score.source() + " " + score.measuredAt())
                .containsExactlyInAnyOrder(
                        "lab/zoo (no-tools) 0.209 zoo.yaml https://example.org/run 2025-01-15T00:00:00Z",
                        "lab/zoo/owls (v01234567) 0.25 zoo.yaml 2025-02-01T09:00:00Z",
                        "lab/zoo/bats 0.41 zoo.yaml null",
                        "lab/pond 0.555 pond.yaml null");
        assertThat(report.notes()).singleElement().asString().contains("lab/zoo has no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a: 1", "[]", "- 7", "just words"})
    void anotherFileIsRefusedAndSaysWhatIsWanted(String text) {
        assertThatThrownBy(() -> load(file("x.yaml", text))).hasMessageContaining("no list of results");
    }

    private ImportReport load(Input... files) {
        return database.load(new EvalResultsSource(List.of(files), new ModelId("lab/owl"), KnownScales.shipped()));
    }
}
