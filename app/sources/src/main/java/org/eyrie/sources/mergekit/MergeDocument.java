package org.eyrie.sources.mergekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.mergekit.WeightRule.Contributor;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** One document of a configuration: a merge of models, of slices, of modules, or a mixture of experts. */
final class MergeDocument {

    /** The method of a mixture of experts, which names none itself. */
    static final String MIXTURE = "moe";

    private final Map<String, Object> tree;

    /** @throws IllegalArgumentException if the document has no method or not exactly one list of what is merged */
    MergeDocument(Map<String, Object> tree) {
        this.tree = tree;
        long parts = List.of("models", "slices", "modules", "experts").stream()
                .filter(part -> tree.get(part) != null)
                .count();
        if (parts != 1) {
            throw new IllegalArgumentException(
                    "exactly one of models, slices, modules and experts must be there, not " + parts);
        }
        if (!isMixture() && !(tree.get("merge_method") instanceof String)) {
            throw new IllegalArgumentException("merge_method must be there, such as linear");
        }
    }

    /** What the document calls its result, or null. */
    @Nullable
    String name() {
        return tree.get("name") == null ? null : String.valueOf(tree.get("name"));
    }

    /** The method as the document writes it, {@code moe} for a mixture of experts. */
    String method() {
        return isMixture() ? MIXTURE : String.valueOf(tree.get("merge_method"));
    }

    /** How shares are read from it. */
    String rule() {
        String words = WeightRule.of(method()).words();
        boolean layers = tree.get("models") == null && !isMixture() && WeightRule.of(method()) != WeightRule.LAYERS;
        return layers ? words + ", times " + WeightRule.LAYERS.words() : words;
    }

    /** @throws IllegalArgumentException if a part of it is not what mergekit reads there */
    Contributions shares() {
        Object base = tree.get("base_model");
        ModelReference baseModel = base == null ? null : ModelReference.of(base);
        Parameters global = Parameters.NONE.within(tree);
        if (isMixture()) {
            return WeightRule.ALIKE.shares(contributors(list(tree, "experts"), "source_model", global), baseModel);
        }
        if (tree.get("modules") == null) {
            return module(tree, baseModel, global);
        }
        Contributions shares = new Contributions();
        ParsedTree.child(tree, "modules").forEach((name, module) -> {
            if (!(module instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("module " + name + " must be an object");
            }
            Map<String, Object> object = ParsedTree.object(map);
            shares.addAll(module(object, baseModel, global.within(object)), 1);
        });
        return shares;
    }

    private Contributions module(Map<String, Object> module, @Nullable ModelReference base, Parameters parameters) {
        WeightRule rule = WeightRule.of(method());
        if (module.get("models") != null) {
            return rule.shares(contributors(list(module, "models"), "model", parameters), base);
        }
        Contributions shares = new Contributions();
        for (Map<String, Object> slice : list(module, "slices")) {
            List<Map<String, Object>> sources = list(slice, "sources");
            Contributions own = rule.shares(contributors(sources, "model", parameters.within(slice)), base);
            shares.addAll(own, layers(sources));
        }
        return shares;
    }

    private static List<Contributor> contributors(List<Map<String, Object>> entries, String key, Parameters outer) {
        List<Contributor> contributors = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            contributors.add(new Contributor(ModelReference.of(entry.get(key)), outer.within(entry)));
        }
        return contributors;
    }

    /** How many layers a slice gives; one where nobody says. */
    private static double layers(List<Map<String, Object>> sources) {
        Object range = sources.get(0).get("layer_range");
        if (range == null) {
            return 1;
        }
        if (range instanceof List<?> list
                && list.size() == 2
                && list.get(0) instanceof Number from
                && list.get(1) instanceof Number to
                && to.doubleValue() > from.doubleValue()) {
            return to.doubleValue() - from.doubleValue();
        }
        throw new IllegalArgumentException("layer_range must be two numbers, the second larger, not " + range);
    }

    private static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        List<Map<String, Object>> entries = new ArrayList<>();
        if (object.get(key) instanceof List<?> list) {
            for (Object entry : list) {
                if (!(entry instanceof Map<?, ?> map)) {
                    throw new IllegalArgumentException(key + " must hold objects, not " + ParsedTree.describe(entry));
                }
                entries.add(ParsedTree.object(map));
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(key + " must be a list with at least one entry");
        }
        return entries;
    }

    private boolean isMixture() {
        return tree.get("experts") != null;
    }
}
