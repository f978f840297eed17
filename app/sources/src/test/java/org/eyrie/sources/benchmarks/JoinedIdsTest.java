package org.eyrie.sources.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.sources.Database;
import org.eyrie.sources.benchmarks.Mapped.Figure;
import org.eyrie.sources.leaderboard.LeaderboardFiles;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;

/** Ids that a person declared with a setup. */
class JoinedIdsTest {

    private static final String HEADER =
            "benchmark,items,task,metric,filter,harness,task_version,n_shot,chat_template\n";

    private final Mapped database = new Mapped(BenchmarkMap.shipped());

    private static final Figure RUN = Figure.of("piqa", "acc_norm", 7, 0.8)
            .with(new EvaluationSetup("piqa", "acc_norm", "none", "lm-evaluation-harness", "1.0", 7, false));

    @Test
    void aRunJoinsTheIdThatWasDeclaredForItsSetup() {
        declare("Our PIQA,1838,piqa,acc_norm,,,1,7,", "Other PIQA,1838,piqa,acc_norm,,,1,5,");
        database.load(Mapped.source(List.of(RUN)));
        assertThat(database.scores()).containsOnly(entry("Our PIQA", 0.8));
    }

    @Test
    void whatIsNotStatedIsNotTheSameAsWhatIs() {
        declare(
                "Our PIQA,1838,piqa,acc_norm,,,,7,",
                "PIQA with template,1838,piqa,acc_norm,,,1,7,true",
                "No setup,1838,,,,,,,");
        database.load(Mapped.source(List.of(RUN)));
        assertThat(database.scores()).containsOnly(entry("piqa (acc_norm, v1, 7-shot)", 0.8));
    }

    @Test
    void anIdThatIsDeclaredLaterJoinsWhatARunBroughtUnderTheSameSetup() {
        database.load(Mapped.source(List.of(RUN)));
        ImportReport report = database.load(new LeaderboardFiles(
                Database.file("models.csv", "model\nacme/other\n"),
                Database.file("benchmarks.csv", HEADER + "Our PIQA,1838,piqa,acc_norm,none,,1,7,false\n"),
                null,
                Database.file("scores.csv", "model,benchmark,score\nacme/other,Our PIQA,0.7\nacme/other,IFEval,0.5\n"),
                null));
        assertThat(database.stores.scores().all())
                .extracting(score -> score.benchmark().value())
                .containsExactlyInAnyOrder("piqa (acc_norm, v1, 7-shot)", "piqa (acc_norm, v1, 7-shot)", "IFEval");
        assertThat(report.notes())
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .contains("Our PIQA joins piqa");
        assertThat(report.benchmarks().known()).isEqualTo(1);
        assertThat(report.benchmarks().created()).containsExactly("IFEval");
    }

    @Test
    void aDeclaredPartIsItselfAndAPart() {
        declare("Diamond,198,leaderboard_gpqa_diamond,acc_norm,,,1,0,");
        database.load(Mapped.source(List.of(
                Figure.of("leaderboard_gpqa_diamond", "acc_norm", 0, 0.2),
                Figure.of("leaderboard_gpqa_main", "acc_norm", 0, 0.2),
                Figure.of("leaderboard_gpqa_extended", "acc_norm", 0, 0.2))));
        assertThat(database.scores()).containsOnlyKeys("Diamond", "GPQA");
    }

    @Test
    void aTaskWithoutItsMetricIsAFaultForNoRunWouldFindIt() {
        assertThat(faults("No metric,1838,piqa,,,,1,7,"))
                .singleElement()
                .asString()
                .contains("line 2", "metric must not be blank where task says \"piqa\"");
    }

    @Test
    void twoIdsOfOneSetupAreAFaultThatNamesBoth() {
        assertThat(faults("One,1838,piqa,acc_norm,,,1,7,", "Two,1838,PIQA,acc_norm,none,,1.0,7,false"))
                .singleElement()
                .asString()
                .contains("line 3", "\"Two\" has the same setup as \"One\" in line 2");
        assertThat(faults(
                        "One,1838,piqa,acc_norm,,here,1,7,",
                        "Two,1838,piqa,acc_norm,,there,1,7,",
                        "Three,1838,piqa,acc_norm,,,1,7,true"))
                .isEmpty();
    }

    @Test
    void whatWasNamedAfterItsSetupNeedsNoMetric() {
        assertThat(faults("piqa (7-shot),,piqa,,,,,7,", "\"GSM8K (8-shot, rest unstated)\",,GSM8K,,,,,8,"))
                .isEmpty();
    }

    private List<Fault> faults(String... rows) {
        try {
            declare(rows);
            return List.of();
        } catch (InvalidInputException refused) {
            return refused.faults();
        }
    }

    private void declare(String... rows) {
        database.load(new LeaderboardFiles(
                null, Database.file("benchmarks.csv", HEADER + String.join("\n", rows) + "\n"), null, null, null));
    }
}
