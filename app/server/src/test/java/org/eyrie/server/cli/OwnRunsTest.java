package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results files of lm-evaluation-harness of one's own models, imported beside what everybody knows: predictions of known
 * benchmarks come nearer to the truth, those that were in the files and those that were not.
 */
class OwnRunsTest extends CommandLineTest {

    private static final Path SAMPLE = Path.of("src", "main", "resources", "sample");

    /** A scale of measuring again: standard deviations of scores of models that were evaluated twice. */
    private static final Map<String, Double> AGAIN =
            Map.of("IFEval", .100, "MATH Lvl 5", .066, "MMLU-Pro", .019, "BBH", .018, "MuSR", .013, "GPQA", .012);

    private static final List<List<String>> RUNS =
            List.of(List.of("IFEval"), List.of("IFEval", "BBH", "MATH Lvl 5", "GPQA", "MuSR", "MMLU-Pro"));

    private final Path folder;

    OwnRunsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** How far predictions are from the truth, root mean square, per benchmark and over all cells. */
    record Errors(Map<String, Double> byBenchmark, double all) {

        double of(String benchmark) {
            return byBenchmark.getOrDefault(benchmark, Double.NaN);
        }
    }

    @Test
    void besideTheSampleOwnRunsBringPredictionsTowardsTheTruth() throws Exception {
        emptyStore();
        importAll(SAMPLE);
        Map<ModelId, Map<String, Double>> truth = chosen(12, 5);
        Errors without = hideAndFit(truth);

        for (Map.Entry<ModelId, Map<String, Double>> each : truth.entrySet()) {
            Map<String, Double> some = new TreeMap<>(each.getValue());
            some.keySet().retainAll(List.of("ARC-Challenge (25-shot)", "HellaSwag (10-shot)", "MMLU (5-shot)"));
            write(each.getKey(), some, 0);
        }
        Run run = eyrie("import", "lm-eval", folder.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Benchmarks: 3 known, 0 new");
        fit();

        Errors with = errors(truth, false);
        assertThat(with.of("HellaSwag (10-shot)")).isLessThan(.5 * without.of("HellaSwag (10-shot)"));
        for (String notRun : List.of("TruthfulQA MC2 (0-shot)", "Winogrande (5-shot)")) {
            assertThat(with.of(notRun)).as(notRun).isLessThan(without.of(notRun));
        }
        assertThat(with.all()).isLessThan(.75 * without.all());
    }

    /** Prints a table; takes minutes: {@code EYRIE_MEASURE=own-runs EYRIE_SHARED=... mvn -Dtest=OwnRunsTest}. */
    @Test
    @EnabledIfEnvironmentVariable(named = "EYRIE_MEASURE", matches = "own-runs")
    void besideTheLeaderboard() throws Exception {
        emptyStore();
        importAll(Path.of(System.getenv("EYRIE_SHARED"), "data", "leaderboard"));
        Map<ModelId, Map<String, Double>> truth = chosen(50, 6);
        print("without files", hideAndFit(truth));
        for (double again : new double[] {0, 1}) {
            for (List<String> run : RUNS) {
                for (Map.Entry<ModelId, Map<String, Double>> each : truth.entrySet()) {
                    Map<String, Double> some = new TreeMap<>(each.getValue());
                    some.keySet().retainAll(run);
                    write(each.getKey(), some, again);
                }
                assertThat(eyrie("import", "lm-eval", folder.toString()).exitCode())
                        .isZero();
                fit();
                String name = "files of " + run + (again > 0 ? ", measured again" : ", as published");
                print(name, errors(truth, false));
                print(name + ", each cell without itself", errors(truth, true));
                String source = folder.toAbsolutePath().normalize().toString();
                assertThat(eyrie("forget", "--source", source, "--yes").exitCode())
                        .isZero();
            }
        }
    }

    private static void print(String name, Errors errors) {
        String each = errors.byBenchmark().entrySet().stream()
                .map(entry -> entry.getKey() + String.format(Locale.ROOT, " %.4f", entry.getValue()))
                .collect(Collectors.joining(" | "));
        System.out.printf(Locale.ROOT, "%s | all %.4f | %s%n", name, errors.all(), each);
    }

    private void importAll(Path from) {
        Run run = eyrie(
                "import",
                "leaderboard",
                "--models",
                from.resolve("models.csv").toString(),
                "--edges",
                from.resolve("edges.csv").toString(),
                "--scores",
                from.resolve("scores.csv").toString(),
                "--skip-bad-rows");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** So many models at random of those with at least as many scores on the leaderboards' benchmarks, and these scores. */
    private Map<ModelId, Map<String, Double>> chosen(int models, int scores) {
        Map<ModelId, Map<String, Double>> known = new TreeMap<>();
        for (Evaluation each : sample().stores().scores().all()) {
            if (HarnessRun.knows(each.benchmark().value())) {
                known.computeIfAbsent(each.model(), first -> new TreeMap<>())
                        .put(each.benchmark().value(), each.score());
            }
        }
        List<ModelId> able = new ArrayList<>(known.keySet());
        able.removeIf(model -> known.getOrDefault(model, Map.of()).size() < scores);
        Collections.shuffle(able, new Random(1));
        known.keySet().retainAll(able.subList(0, models));
        return known;
    }

    /** A graph in which nobody measured those models, and how well they are predicted there. */
    private Errors hideAndFit(Map<ModelId, Map<String, Double>> truth) throws IOException {
        List<String> lines = new ArrayList<>(List.of("model,benchmark,score,items"));
        Stores known = sample().stores();
        for (Evaluation each : known.scores().all()) {
            if (!truth.containsKey(each.model())) {
                String items = each.items() == null ? "" : String.valueOf(each.items());
                lines.add(each.model() + ",\"" + each.benchmark() + "\"," + each.score() + "," + items);
            }
        }
        Path shown = Files.write(folder.resolveSibling(folder.getFileName() + "-shown.csv"), lines);
        Neighbourhood graph = known.lineage().everything();
        emptyStore();
        sample().stores()
                .facts()
                .write(new Facts(
                        graph.models(), graph.derivations(), known.scores().benchmarks(), List.of()));
        Run run = eyrie("import", "leaderboard", "--scores", shown.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        fit();
        return errors(truth, false);
    }

    private void write(ModelId model, Map<String, Double> scores, double again) throws IOException {
        Random random = new Random(model.hashCode());
        Map<String, Double> measured = new TreeMap<>();
        scores.forEach((benchmark, score) -> measured.put(
                benchmark,
                Math.min(1, Math.max(0, score + again * AGAIN.getOrDefault(benchmark, 0.) * random.nextGaussian()))));
        Path of = Files.createDirectories(folder.resolve(model.value().replace('/', '_')));
        new ObjectMapper()
                .writeValue(of.resolve("results_2025-03-01T00-00-00.json").toFile(), HarnessRun.of(model, measured));
    }

    private Errors errors(Map<ModelId, Map<String, Double>> truth, boolean leaveOut) {
        Map<String, double[]> sums = new TreeMap<>();
        Asking asking = Asking.of(sample().stores());
        truth.forEach((model, scores) -> {
            List<BenchmarkId> wanted =
                    scores.keySet().stream().map(BenchmarkId::new).toList();
            for (Forecast forecast : asking.predictions().of(model, wanted, leaveOut)) {
                double predicted = Objects.requireNonNull(forecast.predicted()).mean();
                double off =
                        predicted - scores.getOrDefault(forecast.benchmark().value(), Double.NaN);
                double[] sum = sums.computeIfAbsent(forecast.benchmark().value(), first -> new double[2]);
                sum[0] += off * off;
                sum[1]++;
            }
        });
        Map<String, Double> byBenchmark = new TreeMap<>();
        sums.forEach((benchmark, sum) -> byBenchmark.put(benchmark, Math.sqrt(sum[0] / sum[1])));
        double squares = sums.values().stream().mapToDouble(sum -> sum[0]).sum();
        double count = sums.values().stream().mapToDouble(sum -> sum[1]).sum();
        return new Errors(byBenchmark, Math.sqrt(squares / count));
    }
}
