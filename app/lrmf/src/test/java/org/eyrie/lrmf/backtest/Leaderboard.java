package org.eyrie.lrmf.backtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.lrmf.LineageGraph;
import org.eyrie.lrmf.ModelTraits;
import org.eyrie.lrmf.Observations;
import org.eyrie.lrmf.Problem;
import org.junit.jupiter.api.Assumptions;

/** The real leaderboard, where it lies beside the checkout. */
public final class Leaderboard {

    /** Codes of the relations in the lineage. */
    public static final List<String> RELATIONS = List.of("finetune", "merge", "quantized", "adapter");

    public static final List<String> BENCHMARKS = List.of("IFEval", "BBH", "MATH Lvl 5", "GPQA", "MuSR", "MMLU-Pro");

    private Leaderboard() {}

    /** The whole of it; a test that calls this is skipped, and says so, where the files are absent. */
    public static Problem load() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            String absent = "Skipped: no real leaderboard at " + folder + " (EYRIE_SHARED may name its folder)";
            System.out.println(absent);
            Assumptions.abort(absent);
        }
        List<String[]> models = rows(folder.resolve("models.csv"));
        Map<String, Integer> index = new HashMap<>();
        models.forEach(row -> index.put(row[0], index.size()));
        return new Problem(lineage(folder, index), traits(models), observations(folder, index));
    }

    private static Path folder() {
        String named = System.getenv("EYRIE_SHARED");
        Path shared = named == null ? root().resolveSibling("shared") : Path.of(named);
        return shared.resolve("data/leaderboard");
    }

    /** Root of the checkout, seen from the module's folder, where its tests run. */
    private static Path root() {
        return Path.of("").toAbsolutePath().resolve("../..").normalize();
    }

    private static List<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LineageGraph lineage(Path folder, Map<String, Integer> index) {
        List<String[]> edges = rows(folder.resolve("edges.csv"));
        double[] unknown = new double[edges.size()];
        Arrays.fill(unknown, Double.NaN);
        return new LineageGraph(
                index.size(),
                RELATIONS.size(),
                edges.stream().mapToInt(row -> index.get(row[0])).toArray(),
                edges.stream().mapToInt(row -> index.get(row[1])).toArray(),
                edges.stream().mapToInt(row -> RELATIONS.indexOf(row[2])).toArray(),
                unknown);
    }

    private static Observations observations(Path folder, Map<String, Integer> index) {
        List<String[]> scores = rows(folder.resolve("scores.csv"));
        return new Observations(
                BENCHMARKS.size(),
                scores.stream().mapToInt(row -> index.get(row[0])).toArray(),
                scores.stream().mapToInt(row -> BENCHMARKS.indexOf(row[1])).toArray(),
                scores.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray(),
                scores.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray());
    }

    private static ModelTraits traits(List<String[]> models) {
        return new ModelTraits(
                categories(models, 1),
                categories(models, 3),
                authors(models),
                categories(models, 4),
                flags(models, 5),
                flags(models, 6),
                models.stream().mapToDouble(row -> number(row[2])).toArray(),
                models.stream().mapToDouble(row -> day(row[7])).toArray());
    }

    private static int[] categories(List<String[]> models, int field) {
        Map<String, Integer> codes = new HashMap<>();
        return models.stream()
                .mapToInt(row -> row[field].isEmpty() ? -1 : code(codes, row[field]))
                .toArray();
    }

    private static int[] authors(List<String[]> models) {
        Map<String, Integer> codes = new HashMap<>();
        return models.stream()
                .mapToInt(row -> row[0].contains("/") ? code(codes, row[0].substring(0, row[0].indexOf('/'))) : -1)
                .toArray();
    }

    private static int code(Map<String, Integer> codes, String word) {
        return codes.computeIfAbsent(word, unknown -> codes.size());
    }

    private static int[] flags(List<String[]> models, int field) {
        return models.stream()
                .mapToInt(row -> List.of("false", "true").indexOf(row[field]))
                .toArray();
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Math.max(0, Double.parseDouble(text));
    }

    private static double day(String text) {
        return text.isEmpty() ? Double.NaN : LocalDate.parse(text).toEpochDay();
    }
}
