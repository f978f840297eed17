package org.eyrie.server.cli.algorithm;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.server.json.Json;
import org.eyrie.server.merging.FolderEffect;
import org.eyrie.server.out.Table;

/** What was read off a model's weights, for people, for programs, and as lineage. */
record DescribedMerge(ModelId model, ModelId base, List<ModelId> parents, FolderEffect read) {

    /** From this share of the squared change on, parents explain it; rounding of 16 bits costs less. */
    private static final double EXPLAINED = .99;

    /** Below this they do not. */
    private static final double UNEXPLAINED = .1;

    /** A model's name where it has no other: its last two folders. */
    static ModelId named(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        int names = whole.getNameCount();
        return new ModelId(
                whole.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/'));
    }

    Table table() {
        List<String> columns = new ArrayList<>(List.of("part"));
        parents.forEach(parent -> columns.add(parent.value()));
        columns.addAll(List.of("rest", "norm", "changed"));
        Table table = new Table(columns.toArray(String[]::new));
        MergeEffect effect = read.effect();
        for (int g = 0; g < effect.groups().size(); g++) {
            List<Object> row = new ArrayList<>(List.of(effect.groups().get(g)));
            for (int p = 0; p < parents.size(); p++) {
                row.add(rounded(effect.weight(g, p)));
            }
            row.addAll(List.of(rounded(effect.rest(g)), rounded(effect.norm(g)), rounded(effect.share(g))));
            table.row(row.toArray());
        }
        List<Object> all = new ArrayList<>(List.of("whole"));
        read.whole().weights().forEach(weight -> all.add(rounded(weight)));
        all.add(null);
        all.add(null);
        all.add(rounded(read.whole().changed()));
        return table.row(all.toArray());
    }

    /** What it means. */
    List<String> words() {
        double explained = read.whole().explained();
        if (read.whole().changed() == 0) {
            return List.of("The model is the base: no number differs.");
        }
        String share = percent(explained);
        if (explained < UNEXPLAINED) {
            return List.of("These parents do not explain the model: no weighting of them gives more than " + share
                    + " of what it changed. It has other parents, was trained further, or " + base
                    + " is not its base.");
        }
        if (explained < EXPLAINED) {
            return List.of("Weights of these parents explain " + share + " of what the model changed. What is left is"
                    + " what methods do that thin or choose (TIES,"
                    + " DARE, Breadcrumbs), training after the"
                    + " merge, or another parent.");
        }
        return List.of(
                read.whole().alike() >= EXPLAINED
                        ? "One weight for each parent explains the model ("
                                + percent(read.whole().alike()) + " of what it changed): a weighted sum."
                        : "These parents explain the model (" + share + " of what it changed) with weights that differ"
                                + " between parts of the network; the same weights everywhere explain "
                                + percent(read.whole().alike()) + ".");
    }

    /** Shares for the lineage: weights, none below zero, scaled to a sum of 1 where they are more; the base has what is left. */
    List<Double> shares() {
        double sum = read.whole().weights().stream()
                .mapToDouble(weight -> Math.max(0, weight))
                .sum();
        return read.whole().weights().stream()
                .map(weight -> share(Math.max(0, weight) / Math.max(1, sum)))
                .toList();
    }

    Map<String, Object> json(List<String> recipe) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", model.value());
        json.put("base", base.value());
        json.put("parents", parents.stream().map(ModelId::value).toList());
        json.put(
                "weights",
                read.whole().weights().stream().map(DescribedMerge::rounded).toList());
        json.put("lineage_weights", shares());
        json.put("explained", rounded(read.whole().explained()));
        json.put("explained_alike", rounded(read.whole().alike()));
        json.put("changed", rounded(read.whole().changed()));
        json.put("words", words());
        json.put("recipe", recipe);
        MergeEffect effect = read.effect();
        List<Map<String, Object>> groups = new ArrayList<>();
        for (int g = 0; g < effect.groups().size(); g++) {
            Map<String, Object> group = new LinkedHashMap<>();
            List<Double> weights = new ArrayList<>();
            for (int p = 0; p < parents.size(); p++) {
                weights.add(rounded(effect.weight(g, p)));
            }
            group.put("part", effect.groups().get(g));
            group.put("weights", weights);
            group.put("rest", rounded(effect.rest(g)));
            group.put("norm", rounded(effect.norm(g)));
            group.put("changed", rounded(effect.share(g)));
            groups.add(group);
        }
        json.put("parts", groups);
        return json;
    }

    /** An edge to each parent, and one to the base. */
    void writeLineage(Writer writer) throws IOException {
        List<Double> shares = shares();
        double left = 1;
        for (int p = 0; p < parents.size(); p++) {
            left -= shares.get(p);
            writer.write(edge(
                    parents.get(p),
                    shares.get(p),
                    "weight " + rounded(read.whole().weights().get(p)) + " read off the tensors"));
        }
        // Shares are rounded: what that leaves is nobody's.
        boolean isAll = left < ROUNDED * (parents.size() + 1);
        writer.write(edge(base, isAll ? 0 : share(left), "the base that weights were read against"));
    }

    private String edge(ModelId parent, double weight, String evidence) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "edge");
        line.put("child", model.value());
        line.put("parent", parent.value());
        line.put("relation", "merge");
        line.put("weight", weight);
        line.put("evidence", evidence);
        return new String(Json.bytes(line), StandardCharsets.UTF_8) + "\n";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * Math.max(0, share));
    }

    /** Half of the last digit of {@link #share}. */
    private static final double ROUNDED = 5e-4;

    /** To three digits: what 16 bits leave of a weight. */
    private static double share(double value) {
        return Math.round(value * 1e3) / 1e3;
    }

    /** To four digits; no -0. */
    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4 + 0.0;
    }
}
