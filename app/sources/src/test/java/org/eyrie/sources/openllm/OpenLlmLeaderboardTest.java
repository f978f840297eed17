package org.eyrie.sources.openllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.time.LocalDate;
import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.Database;
import org.eyrie.sources.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenLlmLeaderboardTest {

    private static final String HEADER =
            "eval_name,Precision,Type,Architecture,fullname,#Params (B),MoE,Chat Template,IFEval Raw,IFEval,BBH Raw,"
                    + "MUSR Raw,Upload To Hub Date,Submission Date,Hub License,Base Model\n";
    private static final String ROW =
            "e1,bfloat16,\uD83D\uDD36 fine-tuned,LlamaForCausalLM,acme/a,7.2,False,True,0.445,44.5,0.5,0.25,"
                    + "2024-06-12,2024-06-20,mit,acme/root\n";

    private final Database database = new Database();

    @Test
    void rawColumnsAreScoresAndTheRootOfTheChainIsNoParent() {
        ImportReport report = load(HEADER + ROW);

        assertThat(database.scores())
                .extracting(score -> score.benchmark() + " " + score.score())
                .containsExactly("BBH 0.5", "IFEval 0.445", "MuSR 0.25");
        assertThat(database.edges()).isEmpty();
        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("acme/a"))
                        .orElseThrow()
                        .traits())
                .isEqualTo(new Traits(
                        "LlamaForCausalLM",
                        7.2,
                        "fine-tuned",
                        "bfloat16",
                        true,
                        false,
                        LocalDate.of(2024, 6, 12),
                        "mit"));
        assertThat(report.ignored()).isEqualTo(Map.of("eval_name", 1L, "IFEval", 1L));
        assertThat(load(HEADER + ROW).written().evaluations()).isEqualTo(new Counts(0, 3, 0));
    }

    @Test
    void ofSeveralEvaluationsOfAModelTheLastSubmissionCounts() {
        ImportReport report = load(HEADER + ROW.replace("0.445", "0.1").replace("2024-06-20", "2025-01-01") + ROW);

        assertThat(database.scores())
                .extracting(score -> score.score())
                .contains(0.1)
                .doesNotContain(0.445);
        assertThat(report.notes()).singleElement().asString().contains("line 3").contains("on line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.445 | 44.5 | IFEval Raw: score must be between 0 and 1, not 44.5: it looks like a percentage",
                "0.445 | NaN | IFEval Raw: score must be between 0 and 1, not NaN",
                "0.445 | high | IFEval Raw must be a number",
                "acme/a | '' | fullname must not be blank",
                ",acme/root | '' | it has 15 columns, the header has 16",
            })
    void aBadRowIsNamedAndNothingIsWritten(String what, String instead, String reason) {
        assertThatThrownBy(() -> load(HEADER + ROW.replace(what, instead)))
                .hasMessageContaining("line 2: ")
                .hasMessageContaining(reason);
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aTableWithoutRawScoresIsAnother() {
        assertThatThrownBy(() -> load("fullname,IFEval\nacme/a,44.5\n"))
                .hasMessageContaining("There is no column with raw scores");
    }

    private ImportReport load(String table) {
        return database.load(new OpenLlmLeaderboard(file("contents.csv", table)));
    }
}
