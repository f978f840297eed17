package org.eyrie.server.rest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.server.searching.AllowedFolders;
import org.eyrie.server.searching.BudgetRules;
import org.eyrie.server.searching.OutsideEvaluator;
import org.eyrie.server.searching.SearchStart;
import org.eyrie.server.searching.SettingFaults;
import org.jspecify.annotations.Nullable;

/**
 * A search to begin: a family that comes along, or a base with its parents.
 *
 * @param id the search's name: lower-case letters, digits, dashes and dots, at most 64
 * @param family almanac or ciphers, in place of base, parents and items
 * @param base folder of the model that parents were made from, below one that the service may read
 * @param parents folders of them, 1 to 50
 * @param items file of items (task, prompt, answer and split), or a folder of what lm-evaluation-harness logged of the base;
 *     not needed for models that come along
 * @param evaluator built-in, the small Llama, or pull, for workers that ask; built-in where it is missing
 * @param policy how to choose, such as guided; guided where it is missing
 * @param seed of all random numbers; 0 where it is missing
 * @param itemsBudget evaluations of one item each that it may pay for, 1 to 1,000,000,000, and at least
 *     what one run of the policy takes; 3,000 where it is missing
 * @param secondsBudget seconds that it may take, above 0; no limit where it is missing
 */
record SearchRequest(
        @Nullable String id,
        @Nullable String family,
        @Nullable String base,
        @Nullable List<String> parents,
        @Nullable String items,
        @Nullable String evaluator,
        @Nullable String policy,
        @Nullable Long seed,
        @Nullable Long itemsBudget,
        @Nullable Double secondsBudget) {

    private static final int MOST_PARENTS = 50;

    /**
     * What it asks for.
     *
     * @param allowed the folders that it may name
     * @param faults gets every one
     */
    SearchStart start(AllowedFolders allowed, SettingFaults faults) {
        DevelopmentId name = faults.value("id", id, DevelopmentId::new);
        Path founder = null;
        Path asked = null;
        List<Path> folders = new ArrayList<>();
        String lower = family != null ? family + "/" + ShippedFamily.MODELS.get(0) : base;
        if (family != null && (base != null || parents != null)) {
            faults.misused("family", "A family has its base and parents: leave those away.");
        }
        if (family != null
                && ShippedFamily.of(family + "/" + ShippedFamily.MODELS.get(0)).isEmpty()) {
            faults.misused("family", "It is almanac or ciphers, not \"" + family + "\".");
        } else {
            if (lower != null) {
                founder = faults.read(() -> allowed.model("base", lower));
            }
            folders.addAll(parents(allowed, faults));
        }
        if (items != null) {
            asked = faults.read(() -> allowed.items("items", items));
        } else if (founder != null && lower != null) {
            asked = allowed.itemsOf(lower).orElse(null);
            if (asked == null) {
                faults.misused("items", "They are missing: only models that come with the program bring items.");
            }
        }
        boolean pulled = OutsideEvaluator.PULL.equals(evaluator);
        if (evaluator != null && !pulled && !evaluator.equals("built-in")) {
            faults.misused("evaluator", "It is built-in or pull; commands are given on the command line alone.");
        }
        return new SearchStart(
                name,
                founder,
                folders,
                asked,
                pulled ? OutsideEvaluator.pulled() : null,
                null,
                policy == null ? SearchPolicies.DEFAULT : policy,
                seed == null ? 0 : seed,
                itemsBudget == null ? BudgetRules.USUAL : itemsBudget,
                secondsBudget == null ? Double.POSITIVE_INFINITY : secondsBudget);
    }

    private List<Path> parents(AllowedFolders allowed, SettingFaults faults) {
        List<String> given = family != null
                ? ShippedFamily.MODELS.stream()
                        .skip(1)
                        .map(model -> family + "/" + model)
                        .toList()
                : parents == null ? List.of() : parents;
        if ((family == null && base == null) || given.isEmpty() || given.size() > MOST_PARENTS) {
            faults.misused("base", "Name a family, or a base and 1 to " + MOST_PARENTS + " parents.");
        }
        List<Path> folders = new ArrayList<>();
        for (int place = 0; place < Math.min(given.size(), MOST_PARENTS); place++) {
            String where = "parents[" + place + "]";
            String parent = faults.value(where, given.get(place), word -> word);
            Path folder = parent == null ? null : faults.read(() -> allowed.model(where, parent));
            if (folder != null) {
                folders.add(folder);
            }
        }
        return folders;
    }
}
