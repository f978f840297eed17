package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eyrie.server.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void beforeTheFirstFitItIsSaidHowToMakeOne() {
        Run run = eyrie("predict", "--model", Sample.MIX);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("eyrie fit");
    }

    @Test
    void aFitTellsWhatItDid() {
        assertThat(eyrie("fit").out()).contains("log-likelihood");
        assertThat(eyrie("fit", "--json").json().get("stopReason").asText()).isNotBlank();
    }

    @Test
    void aFitOfNothingFails() {
        emptyStore();
        Run run = eyrie("fit");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no score to learn from");
    }

    @Test
    void thereIsARowForEveryModelAskedForAndEveryBenchmark() throws IOException {
        fit();
        Path wanted = folder.resolve("wanted.txt");
        Files.write(wanted, List.of(Sample.MIX, "no/body", Sample.STUB, Sample.MIX));
        Path out = folder.resolve("out.csv");
        Run run = eyrie("predict", "--models", wanted.toString(), "--out", out.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("4 of 6 rows have no prediction");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).startsWith("model,benchmark,measured,predicted,lower,upper");
        assertThat(lines.get(3)).startsWith("no/body,MATH Lvl 5,,,,").contains("no such model");
    }

    @Test
    void aCsvFileWithAColumnCalledModelNamesModelsToo() throws IOException {
        fit();
        Path wanted = folder.resolve("wanted.csv");
        Files.writeString(wanted, "\uFEFFrank,model\n1,\"" + Sample.MIX + "\"\n2," + Sample.A + "\n");
        assertThat(eyrie("predict", "--models", wanted.toString(), "--json").json())
                .hasSize(4);
    }

    @Test
    void whatIsWrongWithAListOfModelsIsToldWithItsLines() throws IOException {
        fit();
        Path wanted = folder.resolve("wanted.txt");
        Files.writeString(wanted, "a/b\n\u0007bell\n" + "x".repeat(600) + "\n");
        Run run = eyrie("predict", "--models", wanted.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("2 faults", "line 2", "line 3");
        Files.write(wanted, "caf\u00e9/model".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(eyrie("predict", "--models", wanted.toString()).err()).contains("not UTF-8");
        Files.writeString(wanted, "");
        assertThat(eyrie("predict", "--models", wanted.toString()).err()).contains("names no model");
        Files.writeString(wanted, "a,b\nc,d\n");
        assertThat(eyrie("predict", "--models", wanted.toString()).err()).contains("called \"model\"");
        assertThat(eyrie("predict", "--models", folder.resolve("gone").toString())
                        .err())
                .contains("no such file");
    }

    @Test
    void aMeasuredScoreIsPredictedWithoutItUnlessItsRepetitionIsAskedFor() {
        fit();
        String usual = eyrie("predict", "--model", Sample.A, "--json").out();
        assertThat(usual)
                .isEqualTo(eyrie("predict", "--model", Sample.A, "--json", "--leave-out")
                        .out());
        assertThat(usual).contains("\"left_out\" : true").doesNotContain("\"left_out\" : false");
        assertThat(eyrie("predict", "--model", Sample.A, "--json", "--no-leave-out")
                        .out())
                .contains("\"left_out\" : false")
                .doesNotContain("\"left_out\" : true");
    }

    @Test
    void everyModelIsPredictedWhereNoneIsNamed() {
        fit();
        assertThat(eyrie("predict", "--json").json()).hasSize(12);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidToBeSo() {
        fit();
        Run run = eyrie("predict", "--model", Sample.MIX, "--out", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be written");
    }

    @Test
    void unknownModelsAndBenchmarksAndMissingEvidenceAreExitCodeOne() {
        fit();
        assertThat(eyrie("predict", "--model", "no/body").err()).contains("There is no model \"no/body\"");
        assertThat(eyrie("predict", "--model", Sample.MIX, "--benchmark", "Chess")
                        .err())
                .contains("There is no benchmark \"Chess\". Known: MATH Lvl 5, QA.");
        Run stub = eyrie("predict", "--model", Sample.STUB);
        assertThat(stub.exitCode()).isEqualTo(1);
        assertThat(stub.err()).contains("No evidence");
    }

    @Test
    void aPlannedModelIsPredictedAndEveryFaultOfAPlanIsListed() {
        fit();
        Run run = eyrie("what-if", "--parent", Sample.A + ":0.7", "--parent", Sample.B + ":0.3", "--json");
        assertThat(run.json()).hasSize(2);
        assertThat(run.json().get(0).get("p_beats_best_parent").asDouble()).isBetween(0.0, 1.0);
        Run wrong = eyrie("what-if", "--parent", Sample.A + ":-1", "--parent", Sample.A + ":NaN", "--parent", Sample.B);
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("3 faults", "stands twice", "not -1.0", "not NaN");
    }

    @Test
    void aPlanSaysWhichTraitsWereGivenAndWhichAssumed() {
        fit();
        String[] plan = {"what-if", "--parent", Sample.A, "--parent", Sample.B, "--id", "acme/ab-7b", "--size", "7.1"};
        JsonNode row = eyrie(with(List.of(plan), "--no-chat-template", "--date", "2025-01-31", "--json"))
                .json()
                .get(0);
        assertThat(row.get("given").asText())
                .isEqualTo("id=acme/ab-7b, parametersBillions=7.1, chatTemplate=false, uploaded=2025-01-31");
        assertThat(row.get("assumed").asText())
                .contains("architecture=LlamaForCausalLM", "type=merge")
                .doesNotContain("chatTemplate", "uploaded");
        assertThat(eyrie(plan).out())
                .contains("Given: id acme/ab-7b, parametersBillions 7.1", "Assumed: ", "type merge (it is a merge)");

        Run taken = eyrie("what-if", "--parent", Sample.A, "--id", Sample.B);
        assertThat(taken.exitCode()).isEqualTo(1);
        assertThat(taken.err()).contains("is known already", "call the plan otherwise");
    }

    @Test
    void aPlanOfAnotherArchitectureIsWarnedOfAndRefusedWhenStrict() {
        fit();
        String[] plan = {"what-if", "--parent", Sample.A, "--architecture", "GemmaForCausalLM"};
        assertThat(eyrie(plan).err()).contains("It cannot be made as planned.", "not GemmaForCausalLM");
        Run refused = eyrie(with(List.of(plan), "--strict"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("Leave the architecture away, or correct it.");
    }

    @ParameterizedTest
    @CsvSource({Sample.MIX + ",", Sample.A + ",", Sample.A + ",--no-leave-out"})
    void anExplanationAddsUpToItsPrediction(String model, @Nullable String leaveOut) {
        fit();
        List<String> asked = new ArrayList<>(List.of("explain", "--model", model, "--benchmark", "QA"));
        if (leaveOut != null) {
            asked.add(leaveOut);
        }
        Run run = eyrie(with(asked, "--format", "csv"));
        double sum = run.out()
                .lines()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(0, line.indexOf(','))))
                .sum();
        double logit = eyrie(with(asked, "--json")).json().get("logit").asDouble();
        assertThat(sum).isCloseTo(logit, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(eyrie(with(asked)).out()).contains("measured relatives");
        assertThat(eyrie(with(asked, "--top", "1")).out()).containsPattern("smaller ones, together -?\\d+\\.\\d{3}");
    }

    private static String[] with(List<String> asked, String... more) {
        return Stream.concat(asked.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void lineageIsATreeInBothDirections() {
        assertThat(eyrie("lineage", "--model", Sample.A).out()).isEqualToNormalizingNewlines("""
                        Made from
                        acme/a-7b
                        └─ finetune  acme/base-7b
                        Made from it
                        acme/a-7b
                        └─ merge  acme/mix-7b
                        """);
        assertThat(eyrie("lineage", "--model", Sample.MIX, "--json").json().get("ancestry"))
                .hasSize(4);
        assertThat(eyrie("lineage", "--search", "7B").out().lines()).hasSize(5);
        assertThat(eyrie("lineage", "--search", "zebra").exitCode()).isEqualTo(1);
        assertThat(eyrie("lineage", "--model", "no/body").exitCode()).isEqualTo(1);
    }

    @Test
    void familiesAreListedLargestFirst() {
        assertThat(eyrie("families", "--format", "csv").out().lines().skip(1).findFirst())
                .hasValue("acme/base-7b,4,2,3,5");
    }

    @Test
    void anExperimentThatTheDataCannotCarryIsRefused() {
        Run run = eyrie("backtest", "--protocol", "cold-start");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Cannot run cold-start", "at least 10");
    }

    @Test
    void theDoctorSaysWhatToDo() {
        assertThat(eyrie("doctor").out()).contains("Make one: eyrie fit");
        fit();
        assertThat(eyrie("doctor").out()).contains("up to date");
        databaseIsDown();
        Run down = eyrie("doctor");
        assertThat(down.exitCode()).isEqualTo(1);
        assertThat(down.out()).contains("FAILED", "Start it");
    }

    @Test
    void suspiciousLineageIsListedOrThereIsNone() throws IOException {
        fit();

        Run all = eyrie("suspicious", "--least", "-100", "--json");
        assertThat(all.exitCode()).isZero();
        assertThat(all.json()).isNotEmpty().allSatisfy(derivation -> {
            assertThat(derivation.get("child").asText())
                    .isNotEqualTo(derivation.get("parent").asText());
            assertThat(derivation.get("disagreement").asDouble()).isFinite();
            assertThat(derivation.get("outlooks")).isNotEmpty();
        });
        assertThat(eyrie("suspicious", "--least", "50").out()).contains("child", "disagreement");
        assertThat(eyrie("suspicious", "--limit", "0").exitCode()).isEqualTo(2);
        assertThat(eyrie("suspicious", "--model", "no/body").exitCode()).isEqualTo(1);
    }
}
