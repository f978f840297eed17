package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.ForecastRow;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Scores that another team measured on the same benchmarks, as tables, beside those that are known. */
class SecondSourceTest extends CommandLineTest {

    private static final Path SAMPLE = Path.of("src", "main", "resources", "sample");
    private static final String SHIFTED = "TruthfulQA MC2 (0-shot)";
    private static final double SHIFT = -0.12;

    private final Path folder;

    SecondSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A row of a table of scores. */
    private record Score(String model, String benchmark, double score, String items) {

        static Score of(String line) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            return new Score(cells[0], cells[1].replace("\"", ""), Double.parseDouble(cells[2]), cells[3]);
        }
    }

    @BeforeEach
    void nothingIsKnown() {
        emptyStore();
    }

    private static List<Score> scores(Path from) throws IOException {
        return Files.readAllLines(from.resolve("scores.csv")).stream()
                .skip(1)
                .map(Score::of)
                .toList();
    }

    private void importGraph(Path from) {
        Run run = eyrie(
                "import",
                "leaderboard",
                "--models",
                from.resolve("models.csv").toString(),
                "--edges",
                from.resolve("edges.csv").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** Written and imported; {@code source} says who measured, or is empty. */
    private void importScores(String file, String source, List<Score> scores) throws IOException {
        List<String> lines = new ArrayList<>(List.of("model,benchmark,score,items,source"));
        scores.forEach(each ->
                lines.add(each.model + ",\"" + each.benchmark + "\"," + each.score + "," + each.items + "," + source));
        Run run = eyrie(
                "import",
                "leaderboard",
                "--scores",
                Files.write(folder.resolve(file), lines).toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** What is predicted of these cells, but for those that nothing says anything of. */
    private Map<List<String>, Double> predicted(List<Score> cells) {
        List<ModelId> models =
                cells.stream().map(each -> new ModelId(each.model)).distinct().toList();
        List<BenchmarkId> benchmarks = cells.stream()
                .map(each -> new BenchmarkId(each.benchmark))
                .distinct()
                .toList();
        Map<List<String>, Double> predicted = new HashMap<>();
        for (ForecastRow row : Asking.of(sample().stores()).predictions().ofMany(models, benchmarks, false)) {
            Estimate estimate = Objects.requireNonNull(row.forecast()).predicted();
            if (estimate != null) {
                predicted.put(List.of(row.model().value(), row.benchmark().value()), estimate.mean());
            }
        }
        return predicted;
    }

    private record Errors(double bias, double error) {}

    private Errors errors(List<Score> cells) {
        Map<List<String>, Double> predicted = predicted(cells);
        double sum = 0;
        double squares = 0;
        for (Score each : cells) {
            double off = Objects.requireNonNull(predicted.get(List.of(each.model, each.benchmark))) - each.score;
            sum += off;
            squares += off * off;
        }
        return new Errors(sum / cells.size(), Math.sqrt(squares / cells.size()));
    }

    @Test
    void whatAnotherTeamMeasuredLowerHelpsModelsThatTheFirstNeverSaw() throws IOException {
        List<Score> all = scores(SAMPLE);
        List<String> measured = all.stream()
                .filter(each -> each.benchmark.equals(SHIFTED))
                .map(Score::model)
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(measured, new Random(4));
        Set<String> hidden = new HashSet<>(measured.subList(0, 20));
        List<Score> asked = all.stream()
                .filter(each -> hidden.contains(each.model) && each.benchmark.equals(SHIFTED))
                .toList();
        importGraph(SAMPLE);
        importScores(
                "known.csv",
                "",
                all.stream().filter(each -> !hidden.contains(each.model)).toList());
        fit();
        Errors without = errors(asked);

        Random random = new Random(5);
        Set<String> theirs = new HashSet<>(measured.subList(0, 55));
        importScores(
                "theirs.csv",
                "",
                all.stream()
                        .filter(each -> theirs.contains(each.model) && each.benchmark.equals(SHIFTED))
                        .map(each -> new Score(
                                each.model,
                                each.benchmark,
                                each.score + SHIFT + .01 * random.nextGaussian(),
                                each.items))
                        .toList());
        Run run = eyrie("fit");
        assertThat(run.out())
                .containsPattern("theirs.csv measures TruthfulQA MC2 \\(0-shot\\) 0\\.1\\d\\d lower \\(55 models\\)");
        Errors with = errors(asked);

        assertThat(with.error).isLessThan(.6 * without.error);
        assertThat(Math.abs(with.bias)).isLessThan(.25 * -SHIFT);
        String explained = eyrie("explain", "--model", measured.get(0), "--benchmark", SHIFTED)
                .out();
        assertThat(explained).contains("measured by another source");
    }

    @Test
    void twoFilesOfOneSourceAreAsOneFile() throws IOException {
        List<Score> all = scores(SAMPLE);
        importGraph(SAMPLE);
        importScores("all.csv", "", all);
        fit();
        List<Prediction> whole = predictions();

        emptyStore();
        importGraph(SAMPLE);
        importScores(
                "one.csv",
                "",
                all.stream().filter(each -> each.model.hashCode() % 2 == 0).toList());
        importScores(
                "two.csv",
                "",
                all.stream().filter(each -> each.model.hashCode() % 2 != 0).toList());
        fit();

        assertThat(predictions())
                .usingRecursiveComparison()
                .ignoringFields("fit")
                .isEqualTo(whole);
    }

    private List<Prediction> predictions() {
        List<ModelId> models = sample().stores().lineage().everything().models().stream()
                .map(model -> model.id())
                .toList();
        return sample().stores().fits().predictions(models);
    }

    /**
     * Prints what a real second source is worth: 399 models' outcomes of items, as shares, beside the leaderboard. The
     * shares are of prompts on IFEval, and of other items under older rules on MATH.
     */
    @Test
    @EnabledIfEnvironmentVariable(named = "EYRIE_MEASURE", matches = "sources")
    void aRealSecondSource() throws IOException {
        Path data = Path.of(System.getenv("EYRIE_SHARED"), "data");
        List<Score> all = scores(data.resolve("leaderboard"));
        List<Score> theirs = new ArrayList<>();
        Map.of("ifeval", "IFEval", "musr", "MuSR", "math", "MATH Lvl 5").forEach((file, benchmark) -> {
            try {
                Files.readAllLines(data.resolve("instances").resolve(file + ".csv")).stream()
                        .skip(1)
                        .forEach(line -> {
                            String[] cells = line.split(",", 2);
                            double share =
                                    cells[1].chars().filter(c -> c == '1').count() / (double) cells[1].length();
                            theirs.add(new Score(cells[0], benchmark, share, String.valueOf(cells[1].length())));
                        });
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        List<String> models =
                theirs.stream().map(Score::model).distinct().sorted().collect(Collectors.toList());
        Collections.shuffle(models, new Random(1));
        for (int hide : new int[] {200, models.size()}) {
            Set<String> hidden = new HashSet<>(models.subList(0, hide));
            List<Score> shown =
                    all.stream().filter(each -> !hidden.contains(each.model)).toList();
            List<Score> asked =
                    all.stream().filter(each -> hidden.contains(each.model)).collect(Collectors.toList());
            for (String way : List.of("without", "as one", "a source of its own")) {
                emptyStore();
                importGraph(data.resolve("leaderboard"));
                String file = way.equals("as one") ? "known.csv" : "theirs.csv";
                importScores("known.csv", "", shown);
                if (!way.equals("without")) {
                    importScores(file, way.equals("as one") ? "" : "another team", theirs);
                }
                fit();
                Map<List<String>, Double> predicted = predicted(asked);
                asked.removeIf(each -> !predicted.containsKey(List.of(each.model, each.benchmark)));
                for (String benchmark : List.of("IFEval", "MATH Lvl 5", "MuSR", "BBH", "GPQA", "MMLU-Pro")) {
                    Errors errors = errors(asked.stream()
                            .filter(each -> each.benchmark.equals(benchmark))
                            .toList());
                    System.out.printf(
                            Locale.ROOT,
                            "hidden %d, %s, %s: bias %.4f, RMSE %.4f%n",
                            hide,
                            way,
                            benchmark,
                            errors.bias,
                            errors.error);
                }
            }
        }
    }
}
