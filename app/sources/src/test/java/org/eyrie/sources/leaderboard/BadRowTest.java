package org.eyrie.sources.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadRowTest {

    private final Database database = new Database();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "' ,base,merge,' | child must not be blank",
                "base,base,merge, | A model cannot be its own parent: base",
                "tuned,base,merge,-0.1 | weight must be between 0 and 1, the parent's share, not -0.1",
                "tuned,base,merge,NaN | weight must be between 0 and 1, the parent's share, not NaN",
                "tuned,base,merge,half | weight must be a number such as 0.25, not \"half\"",
                "tuned,base,grafted,1 | relation must be one of finetune, merge, adapter, quantized, distill, unknown, not \"grafted\"",
                "tuned,base,merge | it has 3 columns, the header has 4: is the file truncated, or a comma missing?",
                "tuned,base,merge,1,2 | it has 5 columns, the header has 4: put values with commas in double quotes",
                "tuned,nobody,merge,1 | The model nobody is neither among the models imported here nor in the database: add it, correct its name, or take new names as they are with --new-models",
            })
    void aBadEdgeIsNamedWithLineAndReason(String row, String reason) {
        refuses(Tables.edges("base,old,merge,1\n" + row.replace("'", "") + "\n"), "edges.csv line 3", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "base,IFEval,54.1,541 | score must be between 0 and 1, not 54.1: it looks like a percentage, divide by 100, or write 54.1%",
                "base,IFEval,-0.1,541 | score must be between 0 and 1, not -0.1",
                "base,IFEval,541,541 | score must be between 0 and 1, not 541.0",
                "base,IFEval,high,541 | score must be a number such as 0.25, not \"high\"",
                "base,IFEval,154%,541 | score must be between 0% and 100%, not 154.0%",
                "base,IFEval,0.5,0 | items must be at least 1, or blank where unknown, not 0",
                "base,IFEval,0.5,1e3 | items must be a whole number such as 541, not \"1e3\"",
                "base,,0.5,541 | benchmark must not be blank",
                "nobody,IFEval,0.5,541 | The model nobody is neither among the models imported here nor in the database: add it, correct its name, or take new names as they are with --new-models",
            })
    void aBadScoreIsNamedWithLineAndReason(String row, String reason) {
        refuses(Tables.scores(row + "\ntuned,IFEval,0.2,541\n"), "scores.csv line 2", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",,,,,,,,mit | model must not be blank",
                "a,,seven,,,,,, | parameters_billions must be a number such as 0.25, not \"seven\"",
                "a,,-2,,,,,, | The number of parameters must be between 0 and 1,000,000 billion: -2.0",
                "a,,,,,maybe,,, | chat_template must be true or false, not \"maybe\"",
                "a,,,,,,,2024-02-30, | uploaded must be a day such as 2024-12-31, not \"2024-02-30\"",
                "a,,x,,,y,,, | parameters_billions must be a number such as 0.25, not \"x\"; chat_template must be true or false, not \"y\"",
            })
    void aBadModelIsNamedWithLineAndReason(String row, String reason) {
        refuses(Tables.models(row + "\n"), "models.csv line 5", reason);
    }

    @Test
    void aNameWithANewlineIsRefusedThoughItIsQuoted() {
        refuses(
                Tables.edges("\"tu\nned\",base,merge,1\n"),
                "edges.csv line 2",
                "child: A model id must not contain control characters: 'tu?ned'");
    }

    @Test
    void anEdgeThatStandsTwiceWithAnotherWeightIsAContradiction() {
        refuses(
                Tables.edges("tuned,base,merge,0.4\nbase,old,merge,1\ntuned,base,merge,0.6\n"),
                "edges.csv line 4",
                "The edge tuned -> base stands twice: on line 2 with weight 0.4, here it is 0.6: keep one of them");
    }

    @Test
    void anEdgeThatStandsTwiceWithAnotherRelationIsAContradiction() {
        refuses(
                Tables.edges("tuned,base,merge,0.4\ntuned,base,finetune,0.4\n"),
                "edges.csv line 3",
                "The edge tuned -> base stands twice: on line 2 with relation merge, here it is finetune: keep one of"
                        + " them");
    }

    @Test
    void aScoreThatStandsTwiceWithAnotherValueIsAContradiction() {
        refuses(
                Tables.scores("base,B,0.4,10\nbase,B,0.5,10\n"),
                "scores.csv line 3",
                "The score of base on B stands twice: on line 2 as 0.4, here it is 0.5: keep one of them");
    }

    @Test
    void rowsThatStandTwiceAlikeCountOnce() {
        ImportReport report = database.load(Tables.edges("tuned,base,merge,0.4\ntuned,base,,0.4\ntuned,base,merge,\n"));

        assertThat(report.rejected()).isEmpty();
        assertThat(database.edges()).hasSize(1).first().satisfies(edge -> assertThat(edge.weight())
                .isEqualTo(0.4));
    }

    @Test
    void everyBadRowOfEveryFileIsListedInOrder() {
        var refused = refused(Tables.of(
                Tables.MODELS + "x,,many,,,,,,\n",
                "child,parent,relation\nx,base,merge\ntuned,tuned,merge\n",
                "model,benchmark,score\nbase,B,7\nbase,B,0.5\nbase,B,0.6\n"));

        assertThat(refused.faults())
                .extracting(Fault::where)
                .containsExactly(
                        "models.csv line 5",
                        "edges.csv line 2",
                        "edges.csv line 3",
                        "scores.csv line 2",
                        "scores.csv line 4");
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void goodRowsAreWrittenAndBadOnesReportedWhereThatIsAskedFor() {
        ImportReport report = database.load(
                Tables.scores("base,B,50,10\nbase,C,0.5,10\nnobody,C,0.5,10\ntuned,C,0.25,10\n"),
                ImportOptions.DEFAULT.withSkipBadRows(true).withBatchSize(1));

        assertThat(report.rejectedRows()).isEqualTo(2);
        assertThat(report.rejected())
                .extracting(Fault::where)
                .containsExactly("scores.csv line 2", "scores.csv line 4");
        assertThat(database.scores()).hasSize(2);
    }

    @Test
    void aFileOfNothingButBadRowsIsCountedToItsEndAndListedUpToALimit() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 25_000; row++) {
            rows.append("base,B,7,1\n");
        }
        ImportReport report = database.load(Tables.scores(rows.toString()), ImportOptions.DEFAULT.withDryRun(true));
        var refused = refused(Tables.scores(rows.toString()));

        assertThat(report.rejectedRows()).isEqualTo(25_000);
        assertThat(report.rejected()).hasSize(ImportReport.LISTED);
        assertThat(refused.faults()).hasSize(ImportReport.LISTED + 1);
        assertThat(refused.faults().get(ImportReport.LISTED).reason()).isEqualTo("15000 more are wrong");
    }

    private void refuses(Source source, String where, String reason) {
        assertThatThrownBy(() -> database.load(source)).isInstanceOf(InvalidInputException.class);
        assertThat(refused(source).faults()).containsExactly(new Fault(where, reason));
        assertThat(database.isEmpty()).isTrue();
    }

    private InvalidInputException refused(Source source) {
        return catchThrowableOfType(InvalidInputException.class, () -> database.load(source));
    }
}
