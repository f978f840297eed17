package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are imported without saying what they are. */
class RecognisedFilesTest extends CommandLineTest {

    private static final String RECIPE = """
            merge_method: linear
            models:
              - model: kin/one
                parameters: {weight: 0.5}
              - model: kin/two
                parameters: {weight: 0.5}
            """;
    private static final String RESULTS = """
            {"results": {"qa_task": {"acc,none": 0.5}}, "versions": {"qa_task": 1}, "n-shot": {"qa_task": 0},
             "config": {"model": "hf", "model_args": "pretrained=kin/measured"}, "model_name": "kin/measured"}
            """;

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void begin() {
        emptyStore();
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private boolean knows(String model) {
        return sample().stores().lineage().find(new ModelId(model)).isPresent();
    }

    @Test
    void aFolderOfMixedFilesComesInAndWhatNobodyKnowsIsListed() throws IOException {
        file("runs/results_2025-01-01T00-00-00.json", RESULTS);
        file("tables/edges.csv", "child,parent,relation\nkin/a,kin/b,finetune\n");
        file("tables/models.csv", "model,architecture\nkin/a,llama\nkin/b,llama\n");
        file("facts.txt", "{\"kind\":\"model\",\"id\":\"kin/fact\"}\n");
        file("models--kin--merged/snapshots/ab12/mergekit_config.yml", RECIPE);
        file(
                "models--kin--merged/snapshots/ab12/config.json",
                "{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\"}");
        file("notes.txt", "buy milk");
        Run run = eyrie("import", folder.toString());
        assertThat(run.err()).contains("taken for harness results", "taken for leaderboard tables", "notes.txt");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(knows("kin/measured")).isTrue();
        assertThat(knows("kin/fact")).isTrue();
        assertThat(sample().stores().lineage().everything().derivations()).hasSize(3);
        assertThat(sample().stores().recipes().recipe(new ModelId("kin/merged")))
                .isPresent();
        assertThat(eyrie("imports").out().lines()).hasSize(2);
    }

    @Test
    void gzipIsUndoneAndContentCountsBeforeTheName() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"kind\":\"model\",\"id\":\"kin/packed\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("odd.csv.gz"), packed.toByteArray());
        assertThat(eyrie("import", file.toString()).exitCode()).isZero();
        assertThat(knows("kin/packed")).isTrue();
    }

    @Test
    void aRecipeThatDoesNotSayWhoseItIsIsAskedFor() throws IOException {
        Path recipe = file("mergekit_config.yml", RECIPE);
        Run run = eyrie("import", recipe.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(recipe.toString(), "merge recipe", "--model-id");
        assertThat(sample().stores().lineage().everything().models()).isEmpty();
        assertThat(eyrie("import", recipe.toString(), "--model-id", "kin/mine").exitCode())
                .isZero();
        assertThat(sample().stores().lineage().everything().derivations()).hasSize(2);
    }

    @Test
    void oneNameIsNotGivenToFilesOfSeveralFolders() throws IOException {
        file("a/mergekit_config.yml", RECIPE);
        file("b/mergekit_config.yml", RECIPE);
        Run run = eyrie("import", folder.toString(), "--model-id", "kin/mine");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("several folders");
    }

    @Test
    void whatMayBeTwoKindsIsRefusedWithBothWays() throws IOException {
        Path both = file(
                "both.json",
                "{\"results\":{},\"versions\":{},\"peft_type\":\"LORA\",\"base_model_name_or_path\":\"kin/base\"}");
        Run run = eyrie("import", both.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("eyrie import lm-eval " + both, "eyrie import adapter " + both);
    }

    @Test
    void oneBadFileRefusesAllWithEveryFault() throws IOException {
        file("good.ndjson", "{\"kind\":\"model\",\"id\":\"kin/good\"}\n");
        file("bad.ndjson", "{\"kind\":\"score\",\"model\":\"kin/x\",\"benchmark\":\"qa\",\"value\":7}\n");
        Run run = eyrie("import", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("bad.ndjson");
        assertThat(knows("kin/good")).isFalse();
        assertThat(eyrie("import", folder.toString(), "--skip-bad-rows").exitCode())
                .isZero();
        assertThat(knows("kin/good")).isTrue();
    }

    @Test
    void twoScoresOfOneImportThatMayBeOfTwoModelsAreToldWithBothFiles() throws IOException {
        file("a/run.ndjson", "{\"kind\":\"score\",\"model\":\"kin/x\",\"benchmark\":\"qa\",\"value\":0.5}\n");
        file("b/again.ndjson", "{\"kind\":\"score\",\"model\":\"kin/x\",\"benchmark\":\"qa\",\"value\":0.6}\n");
        Run run = eyrie("import", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("run.ndjson", "again.ndjson", "0.5", "0.6");
        assertThat(knows("kin/x")).isFalse();
    }

    @Test
    void whatIsNoFileNorSourceIsToldAndNothingIsAskedWithoutAny() {
        Run run = eyrie("import", folder.resolve("gone.json").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("gone.json", "no such file");
        assertThat(eyrie("import").exitCode()).isEqualTo(2);
    }

    @Test
    void aCardInAClonedRepositoryIsOfThatRepository() throws IOException {
        file("clone/.git/config", "[remote \"origin\"]\n\turl = https://huggingface.co/kin/cloned\n");
        file("clone/README.md", "---\nbase_model: kin/base\n---\n# A model\n");
        assertThat(eyrie("import", folder.resolve("clone").toString()).exitCode())
                .isZero();
        assertThat(sample().stores().lineage().everything().derivations())
                .hasSize(1)
                .first()
                .asString()
                .contains("kin/cloned");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s.csv              | bill of materials   | {"bomFormat":"CycloneDX","specVersion":"1.6","components":[]}
            r.json             | EvalPlus            | {"date":"2025-01-01 10:00","hash":"ab","eval":{}}
            r.txt              | logs of Inspect     | {"version":2,"status":"success","eval":{"task":"qa"}}
            e.json             | Every Eval Ever     | {"schema_version":"0.2.2","evaluation_id":"a/b/1"}
            o.csv              | summary of OpenCompass | dataset,version,metric,mode,kin-7b
            w.csv              | runs of Weights     | "Name","State","model","eval/qa/acc"
            x.yaml             | published results   | - dataset: {id: kin/qa, task_id: qa}
            """)
    void kindsAreToldByTheirContent(String name, String title, String content) throws IOException {
        Path file = file(name, content);
        Run run = eyrie("import", file.toString(), "--model-id", "kin/mine", "--dry-run");
        assertThat(run.err()).as(run.err()).contains(title);
    }

    @Test
    void resultsOfTheHubAreFoundInTheirHiddenFolder() throws IOException {
        file(
                "models--kin--shown/snapshots/ab12/.eval_results/qa.yaml",
                "- dataset: {id: kin/qa, task_id: qa}\n  value: 0.5\n");
        assertThat(eyrie("import", folder.toString()).exitCode()).isZero();
        assertThat(knows("kin/shown")).isTrue();
    }

    @Test
    void aWideTableIsSkippedWithTheWayToReadIt() throws IOException {
        file("wide.csv", "model,qa,maths\nkin/a,0.5,0.4\n");
        assertThat(eyrie("import", folder.toString()).err()).contains("--score-columns");
    }

    @Test
    void tablesOfOnesOwnBringNewModelsWhereThatIsSaid() throws IOException {
        Path own = file("own.csv", "model;benchmark;score\nkin/own;qa;0,61\n");
        Run refused = eyrie("import", own.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("kin/own", "--new-models");
        assertThat(eyrie("import", own.toString(), "--new-models").exitCode()).isZero();
        assertThat(knows("kin/own")).isTrue();
    }
}
