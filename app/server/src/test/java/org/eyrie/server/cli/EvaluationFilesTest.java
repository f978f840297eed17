package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of evaluation file, by its own command and by the one that tells kinds by their content. */
class EvaluationFilesTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void begin() {
        emptyStore();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("lighteval", "results_2025-01-01T00-00-00.000000.json", """
                        {"config_general": {"lighteval_sha": "ab12", "model_name": "lab/owl", "max_samples": null,
                                            "model_config": {"model_name": "lab/owl"}},
                         "results": {"sums|0": {"em": 0.25, "em_stderr": 0.05}, "all": {"em": 0.25}},
                         "versions": {"sums|0": 1}}
                        """, List.of(), "lab/owl", .25),
                Arguments.of("opencompass", "summary_20250101_000000.csv", """
                        dataset,version,metric,mode,lab/owl
                        copa,91ca53,accuracy,ppl,80.00
                        """, List.of(), "lab/owl", .8),
                Arguments.of("every-eval-ever", "record.json", """
                        {"schema_version": "0.2.1", "evaluation_id": "toys/lab_owl/1700000000",
                         "retrieved_timestamp": "1700000099", "evaluation_timestamp": "1700000000",
                         "source_metadata": {"source_name": "toys", "source_type": "evaluation_run",
                                             "source_organization_name": "lab", "evaluator_relationship": "first_party"},
                         "eval_library": {"name": "helm", "version": "0.5"},
                         "model_info": {"name": "Owl", "id": "lab/owl"},
                         "evaluation_results": [
                           {"evaluation_name": "Sums - COT correct", "source_data": {"dataset_name": "Sums", "source_type": "other"},
                            "metric_config": {"lower_is_better": false, "score_type": "continuous", "min_score": 0, "max_score": 1},
                            "score_details": {"score": 0.125}}]}
                        """, List.of(), "lab/owl", .125),
                Arguments.of("wandb", "runs.csv", """
                        "Name","State","Created","model_name","base_model","eval/pond/acc"
                        "sunny-dew-3","finished","2025-03-02T10:00:00.000Z","lab/owl","lab/bird","0.75"
                        """, List.of(), "lab/owl", .75),
                Arguments.of(
                        "eval-results",
                        ".eval_results/zoo.yaml",
                        """
                        - dataset: {id: lab/zoo, task_id: default}
                          value: 20.90
                          date: 2025-01-15
                        """,
                        List.of("--model-id", "lab/owl"),
                        "lab/owl",
                        .209));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFileIsReadByItsCommandAndFoundAsTheSameWithout(
            String source, String name, String content, List<String> options, String model, double score)
            throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        List<String> rest = new java.util.ArrayList<>(options);
        rest.add(file.toString());

        Run named =
                eyrie(Stream.concat(Stream.of("import", source), rest.stream()).toArray(String[]::new));
        assertThat(named.exitCode()).as(named.err()).isZero();
        assertThat(scores(model)).containsExactly(score);

        Run told = eyrie(Stream.concat(Stream.of("import"), rest.stream()).toArray(String[]::new));
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.err()).contains("taken for");
        assertThat(scores(model)).containsExactly(score);
        assertThat(eyrie("imports").out().lines())
                .as("the second changed nothing")
                .hasSize(2);
    }

    private List<Double> scores(String model) {
        return sample().stores().scores().of(List.of(new ModelId(model))).stream()
                .map(evaluation -> evaluation.score())
                .toList();
    }
}
