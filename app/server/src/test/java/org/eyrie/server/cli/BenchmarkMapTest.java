package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which benchmarks an own run meets. */
class BenchmarkMapTest extends CommandLineTest {

    private static final String RESULTS = """
            {"results": {
               "leaderboard_math_hard": {"exact_match,none": 0.25},
               "leaderboard_musr": {"acc_norm,none": 0.4},
               "leaderboard_musr_murder_mysteries": {"acc_norm,none": 0.5},
               "leaderboard_musr_object_placements": {"acc_norm,none": 0.25},
               "leaderboard_musr_team_allocation": {"acc_norm,none": 0.3},
               "house_qa": {"acc,none": 0.6}},
             "versions": {"leaderboard_math_hard": 3.0}, "config": {"model_args": "pretrained=x/eval", "limit": null}}
            """;

    private final Path folder;

    BenchmarkMapTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void run() throws IOException {
        Files.writeString(folder.resolve("results_2025-01-01T00-00-00.json"), RESULTS);
    }

    @Test
    void anOwnRunMeetsKnownBenchmarksAndTheReportSaysWhatItIsWorth() {
        Run run = eyrie("import", "lm-eval", folder.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(benchmarks()).containsExactly("MATH Lvl 5", "MuSR", "house_qa (acc)");
        assertThat(run.out())
                .contains("Benchmarks: 1 known, 2 new: MuSR, house_qa (acc)")
                .contains("of 3 scores are on benchmarks with 10 models or more");
        assertThat(eyrie("doctor").out())
                .containsPattern("benchmarks +ok +4 benchmarks, \\d with fewer than 10 scores");
        Run again = eyrie("import", "lm-eval", folder.toString(), "--json", "--dry-run");
        assertThat(again.json().at("/benchmarks/known").asInt()).isEqualTo(3);
        assertThat(again.json().at("/benchmarks/created")).isEmpty();
    }

    @Test
    void subtasksComeTooWhereTheyAreAskedFor() {
        eyrie("import", "lm-eval", folder.toString(), "--subtasks");
        assertThat(benchmarks()).contains("MuSR", "leaderboard_musr_team_allocation (acc_norm)");
    }

    @Test
    void aPersonsMapGoesBeforeTheOneThatIsThere() throws IOException {
        Path map = folder.resolve("map.yml");
        Files.writeString(map, """
                format: eyrie-benchmark-map/1
                benchmarks:
                  - {id: QA, ways: [{tasks: [house_qa], where: {metric: acc}}]}
                """);
        environment("EYRIE_BENCHMARK_MAP", map.toString());
        assertThat(eyrie("import", "lm-eval", folder.toString()).exitCode()).isZero();
        assertThat(benchmarks()).contains("QA", "MuSR").doesNotContain("house_qa (acc)");
        environment("EYRIE_BENCHMARK_MAP", "nowhere.yml");
        assertThat(eyrie("import", "lm-eval", folder.toString(), "--benchmark-map", map.toString())
                        .exitCode())
                .isZero();
        Run none = eyrie("import", "lm-eval", folder.toString());
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("nowhere.yml").doesNotContain("Unexpected");
    }

    private List<String> benchmarks() {
        return sample().stores().scores().of(List.of(new ModelId("x/eval"))).stream()
                .map(score -> score.benchmark().value())
                .toList();
    }
}
