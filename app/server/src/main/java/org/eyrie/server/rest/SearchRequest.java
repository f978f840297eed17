package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.server.searching.SearchStart;
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
 * @param itemsBudget evaluations of one item each that it may pay for, 1 to 1,000,000,000; 3,000 where it is missing
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
    private static final long USUAL_BUDGET = 3_000;
    private static final long LARGEST_BUDGET = 1_000_000_000;

    /** @throws InvalidInputException with every fault */
    SearchStart start() {
        Inputs inputs = new Inputs();
        DevelopmentId name = inputs.required("id", id, DevelopmentId::new);
        String founder = base;
        List<String> folders = new ArrayList<>();
        if (family != null) {
            if (base != null || parents != null) {
                inputs.fault("family", "A family has its base and parents: leave those away.");
            }
            String lower = family + "/" + ShippedFamily.MODELS.get(0);
            if (ShippedFamily.of(lower).isEmpty()) {
                inputs.fault("family", "It is almanac or ciphers, not \"" + family + "\".");
            }
            founder = lower;
            ShippedFamily.MODELS.stream().skip(1).forEach(model -> folders.add(family + "/" + model));
        } else {
            List<String> given = parents == null ? List.of() : parents;
            if (founder == null || given.isEmpty() || given.size() > MOST_PARENTS) {
                inputs.fault("base", "Name a family, or a base and 1 to " + MOST_PARENTS + " parents.");
            }
            for (int place = 0; place < Math.min(given.size(), MOST_PARENTS); place++) {
                String parent = inputs.element("parents", given, place);
                if (parent != null) {
                    folders.add(parent);
                }
            }
        }
        boolean pulled = "pull".equals(evaluator);
        if (evaluator != null && !pulled && !evaluator.equals("built-in")) {
            inputs.fault("evaluator", "It is built-in or pull; commands are given on the command line alone.");
        }
        long count = itemsBudget == null ? USUAL_BUDGET : itemsBudget;
        if (count < 1 || count > LARGEST_BUDGET) {
            inputs.fault("itemsBudget", "It must be from 1 to " + LARGEST_BUDGET + ", not " + count + ".");
        }
        double seconds = secondsBudget == null ? Double.POSITIVE_INFINITY : secondsBudget;
        if (!(seconds > 0)) {
            inputs.fault("secondsBudget", "It must be above 0, not " + seconds + ".");
        }
        inputs.check();
        return new SearchStart(
                Inputs.checked(name),
                Inputs.checked(founder),
                folders,
                items,
                pulled,
                policy == null ? SearchPolicies.DEFAULT : policy,
                seed == null ? 0 : seed,
                new SearchBudget(count, seconds));
    }
}
