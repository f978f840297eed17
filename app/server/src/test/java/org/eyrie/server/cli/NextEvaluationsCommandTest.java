package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextEvaluationsCommandTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of(".");

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void howGoodAModelIsIsAnsweredWithCostsAndWithWhatIsMeasured() throws IOException {
        fit();
        Run run = eyrie("next-evaluations", "--model", Sample.MIX, "--benchmark", "MATH Lvl 5");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Now the interval of acme/mix-7b is", "variance_taken", "expected_width")
                .contains("Measured already:", "acme/a-7b on MATH Lvl 5: 0.3000");
        assertThat(run.err()).contains("Nobody says how many items these have: QA");

        String costs = file("costs.csv", "benchmark,cost\nMATH Lvl 5,1000\nQA,0.5\n");
        JsonNode answer = eyrie("next-evaluations", "--model", Sample.MIX, "--costs", costs, "--count", "3", "--json")
                .json();
        assertThat(answer.get("benchmarks")).hasSize(2);
        assertThat(answer.get("runs")).hasSize(3);
        assertThat(answer.get("runs").get(0).get("benchmark").asText()).isEqualTo("QA");
        assertThat(answer.get("runs").get(0).get("cost").asDouble()).isEqualTo(0.5);
        assertThat(answer.get("runs").get(0).get("after").asDouble())
                .isLessThan(answer.get("now").asDouble());
    }

    @Test
    void whoIsBestIsAnsweredForAFamilyAListOrAll() throws IOException {
        fit();
        Run run = eyrie("next-evaluations", "--best-on", "MATH Lvl 5", "--family", Sample.A);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Now one would take", "expected_score", "acme/mix-7b");

        String among = file("models.txt", "acme/a-7b\nacme/mix-7b\n");
        JsonNode listed = eyrie(
                        "next-evaluations", "--best-on", "MATH Lvl 5=2", "--best-on", "QA", "--among", among, "--json")
                .json();
        assertThat(listed.get("runs").findValuesAsText("model")).containsOnly("acme/mix-7b");
        assertThat(listed.get("model").isNull()).isTrue();
        Run all = eyrie("next-evaluations", "--best-on", "MATH Lvl 5", "--format", "csv");
        assertThat(all.out()).startsWith("model,benchmark,cost,gain,gain_per_1000,expected_score\n");
    }

    @Test
    void wrongUseAndEveryFaultOfAFileAreTold() throws IOException {
        assertThat(eyrie("next-evaluations").err()).contains("Ask one question");
        assertThat(eyrie("next-evaluations").exitCode()).isEqualTo(2);
        assertThat(eyrie("next-evaluations", "--model", Sample.MIX, "--best-on", "QA")
                        .err())
                .contains("Ask one question");
        assertThat(eyrie("next-evaluations", "--best-on", "QA", "--benchmark", "QA")
                        .err())
                .contains("--benchmark belongs to --model");
        assertThat(eyrie("next-evaluations", "--model", Sample.MIX, "--family", Sample.A)
                        .err())
                .contains("belong to --best-on");
        assertThat(eyrie("next-evaluations", "--best-on", "QA", "--family", Sample.A, "--among", "x")
                        .err())
                .contains("not both");
        assertThat(eyrie("next-evaluations", "--best-on", "QA=0").err()).contains("above 0");
        assertThat(eyrie("next-evaluations", "--best-on", "QA", "--best-on", "QA=2")
                        .err())
                .contains("stands twice");
        assertThat(eyrie("next-evaluations", "--best-on", "QA", "--count", "0").err())
                .contains("--count");

        String costs = file("costs.csv", "benchmark,cost\nQA,0\nMATH Lvl 5,much\nX,1\nX,2\n");
        Run refused = eyrie("next-evaluations", "--model", Sample.MIX, "--costs", costs);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("line 2: A cost is a number above 0, not \"0\"")
                .contains("line 3: A cost is a number above 0, not \"much\"")
                .contains("line 4: There is no benchmark \"X\".")
                .contains("line 5: X stands twice");
        String misspelt = file("misspelt.csv", "benchmark,cost\nMATH Lvl 6,0\nqa,1\n");
        assertThat(eyrie("next-evaluations", "--model", Sample.MIX, "--costs", misspelt)
                        .err())
                .contains("2 faults", "line 2: There is no benchmark \"MATH Lvl 6\". Did you mean \"MATH Lvl 5\"?")
                .contains("line 2: A cost is a number above 0, not \"0\"");
        assertThat(eyrie(
                                "next-evaluations",
                                "--model",
                                Sample.MIX,
                                "--costs",
                                file("half.csv", "benchmark,price\nQA,1\n"))
                        .err())
                .contains("1 fault", "the header: There is no column called \"cost\", only benchmark, price.")
                .doesNotContain("line 2");
        Run strangers = eyrie(
                "next-evaluations", "--best-on", "QA", "--among", file("among.txt", "acme/mx-7b\nACME/a-7b\nzebra\n"));
        assertThat(strangers.err())
                .contains("2 faults", "line 1: There is no model \"acme/mx-7b\". Did you mean \"acme/mix-7b\"")
                .contains("line 3: There is no model \"zebra\".");
        assertThat(eyrie("next-evaluations", "--model", Sample.MIX, "--costs", file("other.csv", "a,b\n1,2\n"))
                        .err())
                .contains("There is no column called \"benchmark\"");
        assertThat(eyrie("next-evaluations", "--model", Sample.MIX, "--costs", file("empty.csv", "benchmark,cost\n"))
                        .err())
                .contains("names no benchmark");
    }
}
