package org.eyrie.lrmf.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.model.Architecture;
import org.eyrie.model.ModelId;
import org.eyrie.model.ModelName;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/** Reads the leaderboard's CSV files, which quote nothing. Names and traits are read as the product reads them. */
final class Leaderboard {

    final List<String> names = new ArrayList<>();
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> codes = new LinkedHashMap<>();

    /** The folder with the files; it may not exist. */
    static Path folder() {
        String shared = System.getenv("EYRIE_SHARED");
        return Path.of(shared == null ? "../../../shared" : shared, "data", "leaderboard");
    }

    Problem read(Path folder) throws IOException {
        List<String[]> models = rows(folder.resolve("models.csv"));
        models.forEach(row -> {
            index.put(row[0], names.size());
            names.add(row[0]);
        });
        return new Problem(
                lineage(rows(folder.resolve("edges.csv"))),
                traits(models),
                observations(rows(folder.resolve("scores.csv"))));
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private int code(String kind, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return -1;
        }
        Map<String, Integer> known = codes.computeIfAbsent(kind, k -> new LinkedHashMap<>());
        return known.computeIfAbsent(value, v -> known.size());
    }

    private LineageGraph lineage(List<String[]> rows) {
        int[] child = rows.stream().mapToInt(row -> index.get(row[0])).toArray();
        int[] parent = rows.stream().mapToInt(row -> index.get(row[1])).toArray();
        int[] relation = rows.stream().mapToInt(row -> code("relation", row[2])).toArray();
        double[] weight = new double[child.length];
        Arrays.fill(weight, Double.NaN);
        return new LineageGraph(names.size(), 6, child, parent, relation, weight);
    }

    private ModelTraits traits(List<String[]> rows) {
        int n = rows.size();
        int[] architecture = new int[n];
        int[] type = new int[n];
        int[] author = new int[n];
        int[] precision = new int[n];
        int[] template = new int[n];
        int[] moe = new int[n];
        double[] size = new double[n];
        double[] day = new double[n];
        int[] series = new int[n];
        int[][] words = new int[n][];
        for (int u = 0; u < n; u++) {
            String[] row = rows.get(u);
            ModelName name = ModelName.of(new ModelId(row[0]));
            Traits known = known(row);
            architecture[u] = code("architecture", Architecture.of(known.architecture()));
            type[u] = code("type", known.type());
            author[u] = code("author", name.author());
            precision[u] = code("precision", known.precision());
            template[u] = truth(row[5]);
            moe[u] = truth(row[6]);
            size[u] = name.parametersBillions(known);
            day[u] = row[7].isEmpty()
                    ? Double.NaN
                    : LocalDate.parse(row[7].substring(0, 10)).toEpochDay();
            series[u] = code("series", name.series());
            words[u] = name.words().stream().mapToInt(w -> w).toArray();
        }
        return new ModelTraits(architecture, type, author, precision, template, moe, size, day, series, words);
    }

    /** What decides categories and size; a size below zero stands for none. */
    private static Traits known(String[] row) {
        double size = row[2].isEmpty() ? -1 : Double.parseDouble(row[2]);
        return new Traits(
                row[1], size < 0 ? null : size, row[3].isEmpty() ? null : row[3], row[4], null, null, null, null);
    }

    private static int truth(String value) {
        return value.equals("true") ? 1 : value.equals("false") ? 0 : -1;
    }

    private Observations observations(List<String[]> rows) {
        int[] model = rows.stream().mapToInt(row -> index.get(row[0])).toArray();
        int[] column = rows.stream().mapToInt(row -> code("benchmark", row[1])).toArray();
        double[] score =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray();
        double[] trials =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray();
        int columns = Arrays.stream(column).max().orElse(-1) + 1;
        return new Observations(columns, model, column, score, trials);
    }
}
