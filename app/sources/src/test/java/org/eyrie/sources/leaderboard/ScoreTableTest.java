package org.eyrie.sources.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.List;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTableTest {

    private static final String MODELS = "model\nlab/owl\nlab/bat\n";

    private final Database database = new Database();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFmodel;benchmark;score\nlab/owl;Pond;0,25\nlab/bat;Pond;0,5\n",
                "sep=;\r\nmodel;benchmark;score\r\nlab/owl;Pond;0,25\r\nlab/bat;Pond;0,5\r\n",
                "\"sep=\t\"\nmodel\tbenchmark\tscore\nlab/owl\tPond\t0.25\nlab/bat\tPond\t0.5\n",
                "Model\tBenchmark\tScore\nlab/owl\tPond\t0,25\nlab/bat\tPond\t0.5\n",
                "MODEL|Benchmark|score\nlab/owl|Pond|0.25\nlab/bat|Pond|0.5\n",
                "score,model,benchmark\n\"0,25\",lab/owl,Pond\n0.5,lab/bat,Pond\n",
                "\"model\";\"benchmark\";\"score\"\nlab/owl;Pond;25%\nlab/bat;Pond;\"50,0 %\"\n",
                "model,benchmark,score\nlab/owl,Pond,25%\nlab/bat,Pond,50.0 %\n",
            })
    void tablesAreReadAsSpreadsheetsWriteThem(String table) {
        load(ScoreColumns.USUAL, table);

        assertThat(scores()).containsExactly("lab/bat Pond 0.5", "lab/owl Pond 0.25");
    }

    @Test
    void whatWasNotMeasuredIsLeftOutAndCounted() {
        ImportReport report = load(
                ScoreColumns.USUAL,
                "model,benchmark,score\nlab/owl,Pond,\nlab/owl,Lake,N/A\nlab/owl,Sea,NaN\nlab/bat,Pond,-\nlab/bat,Sea,0.5\n");

        assertThat(scores()).containsExactly("lab/bat Sea 0.5");
        assertThat(report.notes()).singleElement().satisfies(note -> {
            assertThat(note.where()).isEqualTo("scores.csv line 2");
            assertThat(note.reason()).startsWith("4 scores, this one first, left out");
        });
    }

    @Test
    void numbersWithoutASignArePercentagesWhereThePersonSaysSo() {
        String table = "model,benchmark,score\nlab/owl,Pond,61.2\nlab/bat,Pond,0.5\n";
        assertThatThrownBy(() -> load(ScoreColumns.USUAL, table))
                .hasMessageContaining("looks like a percentage, divide by 100, or write 61.2%");
        assertThat(database.isEmpty()).isTrue();

        load(new ScoreColumns(true, List.of()), table);

        assertThat(scores()).containsExactly("lab/bat Pond 0.005", "lab/owl Pond 0.612");
    }

    @Test
    void aWideTableSaysWhatToDoAndIsReadWhereItsBenchmarksAreNamed() {
        String table = "Model;Average;Pond;Lake\nlab/owl;60,1;40,5;80\nlab/bat;;20;n/a\n";
        assertThatThrownBy(() -> load(ScoreColumns.USUAL, table))
                .hasMessageContaining("The columns benchmark, score are missing")
                .hasMessageContaining("--score-columns Pond,Lake");

        ImportReport report = load(new ScoreColumns(true, List.of("Pond", "Lake")), table);

        assertThat(scores()).containsExactly("lab/bat Pond 0.2", "lab/owl Lake 0.8", "lab/owl Pond 0.405");
        assertThat(report.ignored()).containsEntry("Average", 1L);
        assertThat(report.notes()).singleElement().asString().contains("1 score left out");
    }

    @Test
    void aTableOfAnotherKindSaysWhatItIs() {
        assertThatThrownBy(() -> load(ScoreColumns.USUAL, "fullname,IFEval Raw\nlab/owl,0.5\n"))
                .hasMessageContaining("eyrie import open-llm-leaderboard");
        assertThatThrownBy(() -> load(ScoreColumns.USUAL, "just words\n1\n"))
                .hasMessageContaining("There is one column: separate cells by commas");
    }

    private ImportReport load(ScoreColumns columns, String table) {
        return database.load(
                new LeaderboardFiles(file("models.csv", MODELS), null, null, file("scores.csv", table), null, columns));
    }

    private List<String> scores() {
        return database.scores().stream()
                .map(score -> score.model() + " " + score.benchmark() + " " + score.score())
                .toList();
    }
}
