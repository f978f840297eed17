package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenTest extends CommandLineTest {

    private static final String SLERP = "{merge_method: slerp, base_model: acme/a-7b, parameters: {t: 0.25},"
            + " models: [{model: acme/a-7b}, {model: acme/b-7b}]}";

    @TempDir
    private Path folder = Path.of(".");

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    @Test
    void plansAndModelsAreRankedAndSomeChosen() throws IOException {
        fit();
        String file = file("plans.jsonl", """
                {"parents": ["acme/a-7b", {"id": "acme/b-7b", "weight": 0.2}], "label": "mostly a"}

                {"parents": ["acme/base-7b"], "id": "acme/base-7b-dpo", "traits": {"chatTemplate": true}}
                {"model": "acme/mix-7b"}
                """);
        Run run = eyrie(
                "screen", "--candidates", file, "--benchmark", "MATH Lvl 5=2", "--benchmark", "QA", "--budget", "2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("mostly a", "acme/base-7b-dpo", "acme/mix-7b", "Best expected of the 2 to evaluate");

        JsonNode answer = eyrie("screen", "--candidates", file, "--benchmark", "QA", "--budget", "9", "--json")
                .json();
        assertThat(answer.get("evaluate")).hasSize(3);
        assertThat(answer.get("expectedBest").asDouble())
                .isEqualTo(answer.get("expectedOfAll").asDouble());
        double sum = 0;
        for (JsonNode candidate : answer.get("candidates")) {
            sum += candidate.get("chanceToBeBest").asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void aFolderOfRecipesIsAListOfPlans() throws IOException {
        fit();
        file("recipes/deep/one.yml", SLERP);
        file("recipes/two.yaml", SLERP.replace("0.25", "0.75"));
        file("recipes/readme.md", "no recipe");

        JsonNode answer = eyrie(
                        "screen",
                        "--candidates",
                        folder.resolve("recipes").toString(),
                        "--benchmark",
                        "QA",
                        "--budget",
                        "1",
                        "--json")
                .json();

        assertThat(answer.get("candidates").findValuesAsText("candidate"))
                .containsExactlyInAnyOrder(Path.of("deep", "one.yml").toString(), "two.yaml");
        JsonNode alone = eyrie(
                        "what-if",
                        "--recipe",
                        folder.resolve("recipes/two.yaml").toString(),
                        "--benchmark",
                        "QA",
                        "--json")
                .json();
        JsonNode two = answer.get("candidates").get(0);
        if (!two.get("candidate").asText().equals("two.yaml")) {
            two = answer.get("candidates").get(1);
        }
        assertThat(two.get("predicted").get("mean").asDouble())
                .isCloseTo(alone.get(0).get("predicted").asDouble(), within(1e-8));
    }

    @Test
    void everyFaultOfAFileIsToldWithItsLine() throws IOException {
        fit();
        String file = file("plans.jsonl", """
                {"parents": ["acme/a-7b", {"id": "acme/b-7b", "weight": -1}]}
                nonsense
                {"parent": "acme/a-7b"}
                {"model": "acme/mix-7b", "traits": {}}
                {"parents": ["acme/a-7b"], "traits": {"chat_template": true, "moe": "yes"}}
                {"parents": ["acme/a-7b"], "relation": "cousin"}
                {"recipe": "models: ["}
                {"model": "acme/mix-7b"}
                {"parents": "acme/a-7b"}
                {"model": "acme/mx-7b"}
                {"parents": ["acme/nobody", " ", {"id": "acme/nobody", "weight": 2}]}
                {"model": "acme/mix-7b"
                """);
        Run run = eyrie("screen", "--candidates", file, "--benchmark", "QA", "--budget", "2");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 1: ", "not -1.0", "line 2: This is no JSON object")
                .contains("line 3: there is no key parent, only")
                .contains("line 4: a model that exists")
                .contains("line 5: there is no key traits.chat_template", "moe must be true or false")
                .contains("line 6: there is no relation \"cousin\"")
                .contains("line 7: recipe")
                .contains("line 9: parents must be a list")
                .contains("line 10: There is no model \"acme/mx-7b\". Did you mean \"acme/mix-7b\"")
                .contains("line 11: parents[1]: id must not be blank", "line 11: There is no model \"acme/nobody\"")
                .contains("line 12: This is no JSON object: Unexpected end-of-input")
                .doesNotContain("line 8")
                .doesNotContain("..", "Source:", "column: ");
        assertThat(run.err().indexOf("line 11")).isGreaterThan(run.err().indexOf("line 10"));

        String unknown = file("unknown.jsonl", "{\"model\": \"acme/mix-7b\"}\n{\"parents\": [\"acme/nobody\"]}\n");
        assertThat(eyrie("screen", "--candidates", unknown, "--benchmark", "QA", "--budget", "1")
                        .err())
                .contains("line 2: There is no model \"acme/nobody\"");
        assertThat(eyrie("screen", "--candidates", file("empty.jsonl", "\n"), "--benchmark", "QA", "--budget", "1")
                        .err())
                .contains("There is no candidate");
        Files.createDirectories(folder.resolve("void"));
        assertThat(eyrie(
                                "screen",
                                "--candidates",
                                folder.resolve("void").toString(),
                                "--benchmark",
                                "QA",
                                "--budget",
                                "1")
                        .err())
                .contains("no merge configuration");
    }

    @Test
    void anotherCaseOfANameIsTakenAndAWeightMustBeANumber() throws IOException {
        fit();
        String file = file("plans.jsonl", "{\"parents\": [\"ACME/A-7b\"]}\n{\"model\": \"acme/MIX-7B\"}\n");
        JsonNode answer = eyrie("screen", "--candidates", file, "--benchmark", "qa", "--budget", "1", "--json")
                .json();
        assertThat(answer.get("candidates")).hasSize(2);
        assertThat(answer.get("candidates").findValuesAsText("bestParent")).contains(Sample.A);
        Run wrong = eyrie("screen", "--candidates", file, "--benchmark", "QA=x", "--budget", "1");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("The weight of QA must be a number, not \"x\"");
        assertThat(eyrie("next-evaluations", "--best-on", "QA=much").err())
                .contains("The weight of QA must be a number, not \"much\"");
    }

    @Test
    void namesThatAreTakenAreToldBesideOtherFaults() throws IOException {
        fit();
        String file = file("plans.jsonl", """
                {"parents": ["acme/a-7b"], "id": "acme/mix-7b"}
                {"parents": ["acme/a-7b"], "relation": "cousin"}
                """);
        assertThat(eyrie("screen", "--candidates", file, "--benchmark", "QA", "--budget", "1")
                        .err())
                .contains("2 faults", "line 1: \"acme/mix-7b\" is known already", "line 2: there is no relation");
    }

    @Test
    void wrongUseIsTold() throws IOException {
        String file = file("plans.jsonl", "{\"model\": \"" + Sample.MIX + "\"}");
        assertThat(eyrie("screen", "--candidates", file, "--benchmark", "QA", "--budget", "0")
                        .exitCode())
                .isEqualTo(2);
        assertThat(eyrie("screen", "--candidates", file, "--benchmark", "QA=-1", "--budget", "1")
                        .err())
                .contains("above 0");
        assertThat(eyrie("screen", "--candidates", file, "--benchmark", "QA", "--benchmark", "QA=2", "--budget", "1")
                        .err())
                .contains("stands twice");
        assertThat(eyrie("screen", "--candidates", file, "--benchmark", "QA", "--budget", "1")
                        .err())
                .contains("eyrie fit");
    }
}
