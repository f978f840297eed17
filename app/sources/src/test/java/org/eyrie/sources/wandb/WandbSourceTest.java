package org.eyrie.sources.wandb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.List;
import org.eyrie.sources.Database;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.mlflow.MetricKeys;
import org.eyrie.sources.spi.ImportReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WandbSourceTest {

    private final Database database = new Database();

    @Test
    void finishedRunsAreScoresOfTheirModelAndTheLatestCounts() {
        ImportReport report = load(null, """
                "Name","State","Created","Tags","model_name","base_model","learning_rate","eval/pond/acc","eval/pond/acc_stderr","eval/lake/f1","eval/loss","lake/acc"
                "sunny-dew-3","finished","2025-03-02T10:00:00.000Z","","lab/owl","lab/bird","0.1","0.75","0.01","","1.2",""
                "sunny-dew-2","finished","2025-03-01T10:00:00.000Z","","lab/owl","lab/bird","0.1","0.7","0.01","61.2","1.3","NaN"
                "sunny-dew-1","crashed","2025-03-03T10:00:00.000Z","","lab/owl","lab/bird","0.1","0.1","","","",""
                "dark-sky-9","finished","2025-03-01 09:00:00","","lab/bat","","","0.5","","","","0.25"
                """);

        assertThat(scores())
                .containsExactlyInAnyOrder(
                        "lab/owl pond (acc) 0.75",
                        "lab/owl lake (f1) 0.612",
                        "lab/bat pond (acc) 0.5",
                        "lab/bat lake (acc) 0.25");
        assertThat(database.edges())
                .extracting(edge -> edge.child() + " " + edge.parent() + " " + edge.evidence())
                .containsExactly("lab/owl lab/bird runs.csv: base_model");
        assertThat(database.scores())
                .anySatisfy(score -> assertThat(score.source()).isEqualTo("runs.csv, run sunny-dew-3, eval/pond/acc"));
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("1 runs are left out: they are not finished"))
                .anySatisfy(note ->
                        assertThat(note.reason()).contains("\"model_name\"").contains("--model-from"))
                .anySatisfy(note -> assertThat(note.reason()).contains("the first one counts"));
    }

    @Test
    void theRevisionOfAParentStandsInTheEvidence() {
        load(null, "Name,model,base_model,eval/pond/acc\nrun-1,lab/owl,lab/bird@ab12,0.5\n");

        assertThat(database.edges())
                .extracting(edge -> edge.parent() + " " + edge.evidence())
                .containsExactly("lab/bird runs.csv: base_model at ab12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name,eval/pond/acc | lab/owl,0.5",
                "Name,model,eval/pond/acc | run-1,lab/owl,0.5",
                "Name,model,model_args,eval/pond/acc | run-1,hf,\"pretrained=lab/owl,dtype=auto\",0.5",
                "Name,cli_configs.model_args,eval/pond/acc | run-1,\"{'pretrained': 'lab/owl', 'dtype': 'auto'}\",0.5",
                "Name,hub_model_id,model_name_or_path,eval/pond/acc | run-1,lab/owl,lab/bird,0.5",
                "Name,model_name_or_path,eval/pond/acc | run-1,https://huggingface.co/lab/owl,0.5",
                "Name;model_id;eval/pond/acc | run-1;lab/owl;0,5",
            })
    void theModelIsFoundWhereRunsNameIt(String header, String row) {
        load(null, header + "\n" + row + "\n");

        assertThat(scores()).containsExactly("lab/owl pond (acc) 0.5");
    }

    @Test
    void aPersonMayNameTheColumn() {
        load("config.checkpoint", "Name,model,config.checkpoint,eval/pond/acc\nrun-1,lab/bird,lab/owl,0.5\n");

        assertThat(scores()).containsExactly("lab/owl pond (acc) 0.5");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> load("checkpoint", "Name,model\nrun-1,lab/owl\n"))
                .hasMessageContaining("The column checkpoint is missing");
        assertThatThrownBy(() -> load(null, "model,benchmark\nlab/owl,pond\n"))
                .hasMessageContaining("The column Name is missing");
        assertThat(load(null, "Name,State,accuracy\nlab/owl,finished,0.5\n").notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("eval/mmlu/acc"));
    }

    private ImportReport load(@Nullable String column, String table) {
        return database.load(
                new WandbSource(file("runs.csv", table), column, MetricKeys.DEFAULT, KnownScales.shipped()));
    }

    private List<String> scores() {
        return database.scores().stream()
                .map(score -> score.model() + " " + score.benchmark() + " " + score.score())
                .toList();
    }
}
