package org.eyrie.develop.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** All policies, by name. */
public final class SearchPolicies {

    /** What a search takes unless it is told otherwise. */
    public static final String DEFAULT = "guided";

    private static final List<NamedPolicy> ALL = List.of(
            new NamedPolicy(
                    "guided",
                    "Few items of its own for each of many; the best foretold are tried; finalists are halved. The default.",
                    new UnfinishedPolicy()),
            new NamedPolicy(
                    "halving",
                    "A random subset sized to the budget, halved again and again on the same items. The rival to beat.",
                    new UnfinishedPolicy()),
            new NamedPolicy(
                    "climb",
                    "One change a try from the grid's best weighted sum, on the same 120 items.",
                    new UnfinishedPolicy()),
            new NamedPolicy(
                    "full", "Every item of one program after the other, in random order.", new UnfinishedPolicy()),
            new NamedPolicy(
                    "grid",
                    "Hand-made merges, placed as well as anyone could, as many items each as the budget pays.",
                    new UnfinishedPolicy()),
            new NamedPolicy(
                    "random",
                    "Random programs of the grammar, as many items each as the budget pays.",
                    new UnfinishedPolicy()),
            new NamedPolicy(
                    "paper",
                    "The published method as a control: three rounds, every item for all, feed-forward tensors only.",
                    new UnfinishedPolicy()));

    private SearchPolicies() {}

    /** The default first. */
    public static List<NamedPolicy> all() {
        return ALL;
    }

    /**
     * A policy by its name.
     *
     * @throws InvalidInputException if there is none of that name, with what may have been meant
     */
    public static SearchPolicy named(String name) {
        return ALL.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name))
                .policy();
    }

    private static InvalidInputException unknown(String name) {
        List<String> names = ALL.stream().map(NamedPolicy::name).toList();
        return new InvalidInputException(
                "The search",
                List.of(new Fault(
                        "policy",
                        "There is no policy \"" + name + "\"." + LikelyName.hint(name, names) + " There are "
                                + names.stream().collect(Collectors.joining(", ")) + ".")));
    }
}
