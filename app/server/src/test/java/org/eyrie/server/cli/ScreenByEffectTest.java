package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.program.Program;
import org.eyrie.server.merging.FolderMerge;
import org.eyrie.task.Progress;
import org.eyrie.weights.MergeWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that share all parents, told apart by real weights; scores are made up as a function of how much of whom is in a model. */
class ScreenByEffectTest extends CommandLineTest {

    private static final BenchmarkId QUIZ = new BenchmarkId("quiz");
    private static final ModelId SEED = new ModelId("ciphers/seed");
    private static final List<ModelId> PARENTS = List.of(
            new ModelId("ciphers/specialist1"), new ModelId("ciphers/specialist2"), new ModelId("ciphers/specialist3"));

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void parentsOnDiskAndMeasured() throws IOException {
        ShippedFamily.CIPHERS.unpack(folder);
        List<Model> models = new ArrayList<>(List.of(Model.stub(SEED)));
        List<Derivation> edges = new ArrayList<>();
        List<Evaluation> scores = new ArrayList<>(List.of(score(SEED, .3)));
        for (ModelId parent : PARENTS) {
            models.add(Model.stub(parent));
            edges.add(new Derivation(parent, SEED, Relation.FINETUNE, null, null));
            int place = PARENTS.indexOf(parent);
            scores.add(score(parent, success(place == 0 ? 1 : 0, place == 1 ? 1 : 0)));
        }
        sample().stores()
                .facts()
                .write(new Facts(models, edges, List.of(new Benchmark(QUIZ, 1_000, EvaluationSetup.UNKNOWN)), scores));
    }

    /** What the first parent brings helps up to a point, what the second brings harms. */
    private static double success(double first, double second) {
        return .3 + .5 * first - .25 * first * first - .2 * second;
    }

    private void evaluatedMerges(int count) {
        List<Model> models = new ArrayList<>();
        List<Derivation> edges = new ArrayList<>();
        List<Evaluation> scores = new ArrayList<>();
        for (int merge = 0; merge < count; merge++) {
            double first = (merge * 5 % 13 + 1) / 16.0;
            double second = (merge * 3 % 11 + 1) / 16.0;
            ModelId id = new ModelId("ciphers/made-" + merge);
            Program program = Program.parse("base + " + first + " * tau(1) + " + second + " * tau(2)");
            new FolderMerge(
                            program,
                            folder.resolve(SEED.value()),
                            PARENTS.stream()
                                    .map(parent -> folder.resolve(parent.value()))
                                    .toList(),
                            folder.resolve(id.value()),
                            MergeWriter.SHARD)
                    .run(Progress.NONE);
            models.add(Model.stub(id));
            PARENTS.forEach(parent -> edges.add(new Derivation(id, parent, Relation.MERGE, null, null)));
            scores.add(score(id, success(first, second)));
        }
        sample().stores().facts().write(new Facts(models, edges, List.of(), scores));
    }

    private static Evaluation score(ModelId model, double score) {
        return new Evaluation(model, QUIZ, score, 1_000, null, null, "test", null);
    }

    private static String plan(String label, String program) {
        return "{\"label\": \"" + label + "\", \"program\": \"" + program + "\", \"base\": \"" + SEED
                + "\", \"parents\": [\""
                + String.join("\", \"", PARENTS.stream().map(ModelId::value).toList()) + "\"]}\n";
    }

    private Run screen(String plans, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("plans.jsonl"), plans);
        List<String> words = new ArrayList<>(List.of(
                "screen",
                "--candidates",
                file.toString(),
                "--benchmark",
                "quiz",
                "--budget",
                "2",
                "--weights",
                folder.toString()));
        words.addAll(List.of(more));
        return eyrie(words.toArray(String[]::new));
    }

    private static JsonNode of(JsonNode effects, String label) {
        return IntStream.range(0, effects.size())
                .mapToObj(effects::get)
                .filter(one -> one.get("candidate").asText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void plansOfTheSameParentsAreToldApartByEvaluatedMergesOfThem() throws IOException {
        evaluatedMerges(12);
        fit();
        String plans = plan("much of the good", "base + .7 * tau(1) + .05 * tau(2)")
                + plan("the same otherwise", "base + .05 * (tau(2) + 14 * tau(1))")
                + plan("much of the bad", "base + .05 * tau(1) + .7 * tau(2)")
                + "{\"parents\": [\"ciphers/specialist1\", \"ciphers/specialist2\"], \"label\": \"who knows how\"}\n";
        Run run = screen(plans, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode effects = run.json().get("effects");
        JsonNode good = of(effects, "much of the good");
        JsonNode bad = of(effects, "much of the bad");
        assertThat(good.get("siblings").asInt()).isEqualTo(16);
        assertThat(good.get("mean").asDouble()).isBetween(success(.7, .05) - .06, success(.7, .05) + .06);
        assertThat(bad.get("mean").asDouble()).isBetween(success(.05, .7) - .06, success(.05, .7) + .06);
        assertThat(good.get("weights").get(0).asDouble()).isBetween(.68, .72);
        assertThat(good.get("turn").asInt()).isEqualTo(1);
        assertThat(of(effects, "the same otherwise").get("turn").isNull()).isTrue();
        assertThat(of(effects, "the same otherwise").get("twin").asText()).isEqualTo("much of the good");
        assertThat(bad.get("turn").asInt()).isEqualTo(2);
        assertThat(run.json().at("/screened/candidates")).hasSize(4);
        assertThat(run.json().get("notes").toString()).contains("1 candidate has lineage alone");

        Run people = screen(plans);
        assertThat(people.out()).contains("By what they would do to their parents", "0.70 0.05 0.00");
    }

    @Test
    void withTooFewEvaluatedMergesSharesAreReadAndNothingIsForetold() throws IOException {
        evaluatedMerges(2);
        fit();
        JsonNode answer = screen(plan("a", "base + .7 * tau(1)") + plan("b", "base + .7 * tau(2)"), "--json")
                .json();
        assertThat(of(answer.get("effects"), "a").get("mean").isNull()).isTrue();
        assertThat(of(answer.get("effects"), "a").get("weights").get(0).asDouble())
                .isBetween(.68, .72);
        assertThat(answer.get("notes").toString()).contains("6 evaluated models", "it takes 8");
    }

    @Test
    void recipesOfWeightedSumsAreProgramsAndWeightsThatAreNotThereAreNamed() throws IOException {
        fit();
        Path recipes = Files.createDirectories(folder.resolve("recipes"));
        String recipe =
                "{merge_method: task_arithmetic, base_model: ciphers/seed, models: [{model: ciphers/specialist1,"
                        + " parameters: {weight: 0.5}}, {model: ciphers/specialist2, parameters: {weight: 0.25}}]}";
        Files.writeString(recipes.resolve("sum.yml"), recipe);
        Files.writeString(recipes.resolve("other.yml"), recipe.replace("task_arithmetic", "ties"));
        Run run = eyrie(
                "screen",
                "--candidates",
                recipes.toString(),
                "--benchmark",
                "quiz",
                "--budget",
                "1",
                "--weights",
                folder.toString(),
                "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode effects = run.json().get("effects");
        assertThat(effects).hasSize(1);
        assertThat(effects.get(0).get("weights").get(1).asDouble()).isBetween(.24, .26);
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Run nothing = eyrie(
                "screen",
                "--candidates",
                recipes.toString(),
                "--benchmark",
                "quiz",
                "--budget",
                "1",
                "--weights",
                empty.toString());
        assertThat(nothing.exitCode()).as(nothing.err()).isZero();
        assertThat(nothing.out()).contains("1 plan has lineage alone: there are no weights of ciphers/seed");
    }
}
