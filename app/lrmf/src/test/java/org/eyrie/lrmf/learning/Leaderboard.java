package org.eyrie.lrmf.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/** Reads the leaderboard's CSV files, which quote nothing. */
final class Leaderboard {

    static final List<String> WORDS = List.of(
            "instruct",
            "it",
            "chat",
            "dpo",
            "orpo",
            "simpo",
            "sft",
            "abliterated",
            "uncensored",
            "coder",
            "math",
            "r1",
            "merge",
            "slerp",
            "ties",
            "stock",
            "base",
            "reasoning",
            "think",
            "rp",
            "distill");

    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern SIZE = Pattern.compile("(?<![a-z0-9.])(?:(\\d+)x)?(\\d+(?:\\.\\d+)?)b(?![a-z0-9])");

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

    private int code(String kind, String value) {
        if (value.isEmpty()) {
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
            String full = row[0].toLowerCase(Locale.ROOT);
            String name = full.substring(full.lastIndexOf('/') + 1);
            String shape = row[1].equals("Unknown") ? "" : row[1].equals("Qwen2Model") ? "Qwen2ForCausalLM" : row[1];
            architecture[u] = code("architecture", shape);
            size[u] = row[2].isEmpty() ? Double.NaN : Double.parseDouble(row[2]);
            type[u] = code("type", row[3]);
            precision[u] = code("precision", row[4]);
            template[u] = truth(row[5]);
            moe[u] = truth(row[6]);
            day[u] = row[7].isEmpty()
                    ? Double.NaN
                    : LocalDate.parse(row[7].substring(0, 10)).toEpochDay();
            author[u] = full.contains("/") ? code("author", full.substring(0, full.indexOf('/'))) : -1;
            Matcher letters = LETTERS.matcher(name);
            series[u] = code("series", letters.find() ? letters.group() : "-");
            words[u] = words(name);
            if (row[3].isEmpty() && !(size[u] > 0)) {
                size[u] = sizeIn(name);
            }
        }
        return new ModelTraits(architecture, type, author, precision, template, moe, size, day, series, words);
    }

    private static int[] words(String name) {
        TreeSet<Integer> found = new TreeSet<>();
        for (String part : name.split("[^a-z0-9.]+", -1)) {
            found.add(WORDS.indexOf(part));
            found.add(WORDS.indexOf(part.replaceAll("[\\d.]+$", "")));
        }
        found.remove(-1);
        return found.stream().mapToInt(w -> w).toArray();
    }

    private static double sizeIn(String name) {
        Matcher matcher = SIZE.matcher(name);
        double size = Double.NaN;
        while (matcher.find()) {
            double times = matcher.group(1) == null ? 1 : 0.9 * Double.parseDouble(matcher.group(1));
            size = times * Double.parseDouble(matcher.group(2));
        }
        return size;
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
