package org.eyrie.lrmf.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.model.ModelId;
import org.eyrie.model.ModelName;

/**
 * The derivations of some 30,000 real models, of which nothing but names is known: author, series, words and size are read
 * from these as the product does, architecture is a family's name in them. Types are drawn.
 *
 * @param lineage relations in the order in which the file has them
 */
record RealLineage(LineageGraph lineage, ModelTraits traits) {

    private static final List<String> FAMILIES = List.of(
            "llama",
            "mistral",
            "mixtral",
            "qwen",
            "gemma",
            "phi",
            "yi",
            "solar",
            "falcon",
            "gpt2",
            "gpt-j",
            "gpt-neo",
            "pythia",
            "opt",
            "bloom",
            "deepseek",
            "mpt",
            "stablelm",
            "internlm",
            "granite",
            "smollm",
            "olmo",
            "command-r",
            "codegen",
            "starcoder",
            "rwkv",
            "mamba",
            "exaone",
            "nemotron",
            "glm",
            "baichuan",
            "jamba",
            "danube",
            "orca");

    private static final int TYPES = 6;

    /** Where the file is; it may not be there. */
    static Path file() {
        return Leaderboard.folder().resolveSibling("lineage").resolve("edges.csv");
    }

    /** @param typed share of the models whose type is known */
    static RealLineage read(Path file, double typed, long seed) throws IOException {
        Map<String, Integer> number = new LinkedHashMap<>();
        Map<String, Integer> relations = new LinkedHashMap<>();
        List<String[]> rows;
        try (var lines = Files.lines(file)) {
            rows = lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
        int[] child = rows.stream().mapToInt(row -> code(number, row[0])).toArray();
        int[] parent = rows.stream().mapToInt(row -> code(number, row[1])).toArray();
        int[] relation = rows.stream().mapToInt(row -> code(relations, row[2])).toArray();
        double[] weight = new double[child.length];
        Arrays.fill(weight, Double.NaN);
        LineageGraph lineage = new LineageGraph(number.size(), relations.size(), child, parent, relation, weight);
        return new RealLineage(lineage, traits(List.copyOf(number.keySet()), typed, new SplittableRandom(seed)));
    }

    private static int code(Map<String, Integer> known, String value) {
        return known.computeIfAbsent(value, v -> known.size());
    }

    private static ModelTraits traits(List<String> names, double typed, SplittableRandom random) {
        int n = names.size();
        Map<String, Integer> authors = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        int[] unknown = new int[n];
        Arrays.fill(unknown, -1);
        int[] architecture = new int[n];
        int[] type = new int[n];
        int[] author = new int[n];
        int[] series = new int[n];
        int[][] words = new int[n][];
        double[] size = new double[n];
        double[] day = new double[n];
        Arrays.fill(day, Double.NaN);
        for (int u = 0; u < n; u++) {
            ModelName name = ModelName.of(new ModelId(names.get(u)));
            String lower = names.get(u).toLowerCase(Locale.ROOT);
            architecture[u] = -1;
            for (int k = FAMILIES.size() - 1; k >= 0; k--) {
                architecture[u] = lower.contains(FAMILIES.get(k)) ? k : architecture[u];
            }
            type[u] = random.nextDouble() < typed ? random.nextInt(TYPES) : -1;
            author[u] = name.author() == null ? -1 : code(authors, name.author());
            series[u] = name.series() == null ? -1 : code(lines, name.series());
            words[u] = name.words().stream().mapToInt(w -> w).toArray();
            size[u] = name.parametersBillions();
        }
        return new ModelTraits(
                architecture, type, author, unknown, unknown.clone(), unknown.clone(), size, day, series, words);
    }
}
