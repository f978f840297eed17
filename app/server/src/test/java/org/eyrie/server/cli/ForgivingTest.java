package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgivingTest extends CommandLineTest {

    @Test
    void anotherCaseIsTakenWhereOneNameAloneCanBeMeant() {
        fit();
        String meant = eyrie("predict", "--model", Sample.MIX, "--benchmark", "MATH Lvl 5", "--json")
                .out();
        assertThat(eyrie("predict", "--model", "ACME/Mix-7B", "--benchmark", "math-lvl-5", "--json")
                        .out())
                .isEqualTo(meant);
        assertThat(eyrie("explain", "--model", "ACME/Mix-7B", "--benchmark", "qa")
                        .exitCode())
                .isZero();
        assertThat(eyrie("lineage", "--model", "ACME/Mix-7B").out()).contains(Sample.MIX);
        assertThat(eyrie("next-evaluations", "--best-on", "qa=2").exitCode()).isZero();
    }

    @Test
    void aNameThatIsNotKnownHasTheNearestOnesBesideIt() {
        fit();
        assertThat(eyrie("predict", "--model", "acme/mx-7b").err()).contains("Did you mean \"acme/mix-7b\"");
        assertThat(eyrie("what-if", "--parent", "mix-7b").err()).contains("Did you mean \"acme/mix-7b\"");
        assertThat(eyrie("predict", "--model", Sample.MIX, "--benchmark", "MATH")
                        .err())
                .contains("Did you mean \"MATH Lvl 5\"? Known:");
        assertThat(eyrie("predict", "--model", "zebra/stripes").err()).doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict",
                "predict --model acme/mix-7b",
                "what-if --parent acme/a-7b --parent acme/b-7b",
                "explain --model acme/mix-7b --benchmark QA",
                "next-evaluations --model acme/mix-7b",
                "suspicious --least -100",
                "families",
                "doctor",
                "algorithm presets"
            })
    void aPersonsTableFitsAHundredColumnsAndWideIsAll(String command) {
        fit();
        String piped = eyrie(command.split(" ")).out();
        aPersonReads();
        assertThat(eyrie(command.split(" ")).out().lines())
                .filteredOn(line -> !line.isEmpty())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(eyrie((command + " --wide").split(" ")).out()).isEqualTo(piped);
    }

    @Test
    void whatAPersonReadsHasRemarksBelow() {
        fit();
        aPersonReads();
        assertThat(eyrie("predict").out()).contains("90 % interval", "remark", "[1]");
        assertThat(eyrie("predict", "--format", "csv").out()).startsWith("model,benchmark,measured,predicted,lower");
    }

    @Test
    void sharesMayBeProportionsAndArePrintedAsUsed() {
        fit();
        Run run = eyrie("what-if", "--parent", Sample.A + ":60", "--parent", Sample.B + ":40", "--json");
        assertThat(run.err()).contains("Shares: acme/a-7b 0.6, acme/b-7b 0.4");
        assertThat(run.out())
                .isEqualTo(eyrie("what-if", "--parent", Sample.A + ":0.6", "--parent", Sample.B + ":0.4", "--json")
                        .out());
    }

    @Test
    void aFitOfNothingNewIsTheOneThatThereIsUnlessForced() {
        JsonNode first = eyrie("fit", "--json").json();
        assertThat(first.get("upToDate").asBoolean()).isFalse();
        assertThat(first.get("models").asInt()).isEqualTo(6);
        assertThat(first.get("benchmarks").asInt()).isEqualTo(2);
        JsonNode again = eyrie("fit", "--json").json();
        assertThat(again.get("upToDate").asBoolean()).isTrue();
        assertThat(again.get("fit")).isEqualTo(first.get("fit"));
        assertThat(eyrie("fit").out()).contains("nothing is new", "--force");
        assertThat(eyrie("fit", "--force", "--json").json().get("upToDate").asBoolean())
                .isFalse();
        assertThat(eyrie("fit", "--seed", "7", "--json").json().get("upToDate").asBoolean())
                .isFalse();
    }

    @Test
    void theDoctorSaysWhatWouldHelp() {
        fit();
        assertThat(eyrie("doctor").out())
                .contains("1 model without traits and scores", "eyrie next-evaluations --model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionKnowsCommandsAndOptions(String shell) {
        assertThat(eyrie("completion", "--shell", shell).out()).contains("predict", "leave-out", "leaderboard");
    }
}
