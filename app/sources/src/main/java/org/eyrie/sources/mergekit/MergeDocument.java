package org.eyrie.sources.mergekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.mergekit.SliceOfMerge.Contributor;
import org.eyrie.sources.spi.Text;
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
        if (tree.get("genome") != null) {
            throw new IllegalArgumentException(
                    "it is a search of mergekit-evolve, which says what may be merged and not"
                            + " what was: give the best_config.yaml that the search wrote into its storage folder");
        }
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
        ModelReference base = reference(tree, null);
        Parameters global = Parameters.NONE.within(tree);
        if (isMixture()) {
            return mixture(base, global);
        }
        if (tree.get("modules") == null) {
            return module(tree, base, global);
        }
        Contributions shares = new Contributions();
        Map<String, Object> modules = ParsedTree.child(tree, "modules");
        modules.forEach((name, module) -> {
            if (!(module instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("module " + name + " must be an object");
            }
            Map<String, Object> object = ParsedTree.object(map);
            shares.addAll(module(object, base, global.within(object)), 1.0 / modules.size());
        });
        return shares;
    }

    /** What of it a person should know, beside what its shares say. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        WeightRule rule = WeightRule.of(method());
        if (rule == WeightRule.UNKNOWN) {
            notes.add("The method " + Text.quoted(method()) + " is not known: its parents have no shares");
        } else if (rule == WeightRule.BETWEEN && shares().factors().isEmpty()) {
            notes.add("slerp takes two models, one of them as base_model, and t: the parents have no shares");
        }
        return notes;
    }

    private Contributions mixture(@Nullable ModelReference base, Parameters global) {
        List<Contributor> experts = contributors(list(tree, "experts"), "source_model", global);
        if (tree.get("shared_experts") != null) {
            experts.addAll(contributors(list(tree, "shared_experts"), "source_model", global));
        }
        return WeightRule.ALIKE.shares(new SliceOfMerge(method(), experts, base, global, 0));
    }

    private Contributions module(Map<String, Object> module, @Nullable ModelReference base, Parameters parameters) {
        WeightRule rule = WeightRule.of(method());
        if (module.get("models") != null) {
            List<Contributor> models = contributors(list(module, "models"), "model", parameters);
            boolean listed = models.stream().anyMatch(model -> model.model().equals(base));
            if (base != null && !listed && rule.takesBaseIn(parameters)) {
                models.add(new Contributor(base, parameters));
            }
            return new SliceOfMerge(method(), models, base, parameters, 0).over(rule, 0);
        }
        Contributions shares = new Contributions();
        List<Map<String, Object>> slices = list(module, "slices");
        double all = slices.stream()
                .mapToDouble(slice -> layers(list(slice, "sources")))
                .sum();
        for (Map<String, Object> slice : slices) {
            List<Map<String, Object>> sources = list(slice, "sources");
            Parameters own = parameters.within(slice);
            int known = sources.get(0).get("layer_range") == null ? 0 : layers(sources);
            Contributions part = new SliceOfMerge(
                            method(), contributors(sources, "model", own), reference(slice, base), own, 0)
                    .over(rule, known);
            shares.addAll(part, layers(sources) / all);
        }
        return shares;
    }

    private static @Nullable ModelReference reference(Map<String, Object> object, @Nullable ModelReference otherwise) {
        return object.get("base_model") == null ? otherwise : ModelReference.of(object.get("base_model"));
    }

    private static List<Contributor> contributors(List<Map<String, Object>> entries, String key, Parameters outer) {
        List<Contributor> contributors = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            contributors.add(new Contributor(ModelReference.of(entry.get(key)), outer.within(entry)));
        }
        return contributors;
    }

    /** How many layers a slice gives; one where nobody says. */
    private static int layers(List<Map<String, Object>> sources) {
        Object range = sources.get(0).get("layer_range");
        if (range == null) {
            return 1;
        }
        if (range instanceof List<?> list
                && list.size() == 2
                && list.get(0) instanceof Integer from
                && list.get(1) instanceof Integer to
                && to > from) {
            return to - from;
        }
        throw new IllegalArgumentException("layer_range must be two whole numbers, the second larger, not " + range);
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
