package org.eyrie.develop.policy;

import java.util.List;
import java.util.Optional;
import org.eyrie.develop.contest.Budget;
import org.eyrie.develop.proposing.GrammarProposer;
import org.eyrie.develop.proposing.HandMadeGrid;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Nearest;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.SearchRecord;

/** All policies, by name. */
public final class SearchPolicies {

    /** What a search takes unless it is told otherwise. */
    public static final String DEFAULT = "guided";

    private static final List<NamedPolicy> ALL = List.of(
            new NamedPolicy(
                    "guided",
                    "Few items of its own for each of many; the best foretold are tried; finalists are halved. The"
                            + " default.",
                    new GuidedPolicy(GuidedSettings.usual())),
            new NamedPolicy(
                    "halving",
                    "A random subset sized to the budget, halved again and again on the same items. The rival to beat.",
                    new HalvingPolicy()),
            new NamedPolicy(
                    "climb",
                    "One change a try from the grid's best weighted sum, on the same 120 items.",
                    new ClimbPolicy()),
            new NamedPolicy(
                    "full",
                    "Every item of one program after the other, in random order.",
                    new EqualSharesPolicy(
                            (record, count) -> GrammarProposer.unlearned().propose(record, count),
                            record -> record.plan().items().size())),
            new NamedPolicy(
                    "grid",
                    "Hand-made merges, placed as well as anyone could, as many items each as the budget pays.",
                    new EqualSharesPolicy(SearchPolicies::grid, SearchPolicies::gridItems)),
            new NamedPolicy(
                    "random",
                    "Random programs of the grammar, as many items each as the budget pays.",
                    new EqualSharesPolicy(
                            (record, count) -> GrammarProposer.unlearned().propose(record, count),
                            SearchPolicies::gridItems)),
            new NamedPolicy(
                    "paper",
                    "The published method as a control: three rounds, every item for all, feed-forward tensors only.",
                    new PaperPolicy()));

    private static final int LEAST_ITEMS = 30;

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
        return find(name).orElseThrow(() -> new InvalidInputException("The search", List.of(unknown(name, ""))));
    }

    /** A policy by its name; empty where there is none of it. */
    public static Optional<SearchPolicy> find(String name) {
        return ALL.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .map(NamedPolicy::policy);
    }

    /**
     * What is said of a name that no policy has.
     *
     * @param besides what else there is, to be added to the names that there are
     */
    public static Fault unknown(String name, String besides) {
        List<String> names = ALL.stream().map(NamedPolicy::name).toList();
        return new Fault(
                "policy",
                "There is no policy \"" + name + "\"." + Nearest.hint(name, names) + " There are "
                        + String.join(", ", names) + besides + ".");
    }

    /** All of it at once; asked a second time, there is nothing more. */
    private static List<ProgramDraft> grid(SearchRecord record, int count) {
        return record.proposals().isEmpty()
                ? HandMadeGrid.of(record.plan().parents().size())
                : List.of();
    }

    /** As many items as the budget pays for every point of the grid, at least so many. */
    private static int gridItems(SearchRecord record) {
        int points = HandMadeGrid.of(record.plan().parents().size()).size();
        return (int) Math.max(LEAST_ITEMS, Budget.whole(record) / points);
    }
}
