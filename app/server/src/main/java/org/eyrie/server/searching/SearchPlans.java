package org.eyrie.server.searching;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.server.developing.ParentWeights;
import org.eyrie.server.developing.command.CommandSettings;
import org.eyrie.server.naming.FolderNames;
import org.jspecify.annotations.Nullable;

/** Plans of searches over folders: models are called by their last two folders. */
public final class SearchPlans {

    /** What draws items where a search has no name that is one. */
    private static final DevelopmentId NAMELESS = new DevelopmentId("nameless");

    private SearchPlans() {}

    /**
     * The search that is asked for; null where it cannot begin.
     *
     * @param faults gets all that is wrong: a policy that is none, budgets that pay for nothing, models of one name, weights that
     *     do not fit each other, a command without its places, items that cannot be read; it may have some already
     */
    public static @Nullable PlannedSearch of(SearchStart asked, SettingFaults faults) {
        if (SearchPolicies.find(asked.policy()).isEmpty()) {
            faults.misused("policy", SearchPolicies.unknown(asked.policy(), "").reason());
        }
        BudgetRules.seconds(asked.secondsBudget(), faults);
        Long budget = asked.itemsBudget();
        boolean paid = budget != null && BudgetRules.items(budget, faults);
        names(asked, faults);
        weights(asked, faults);
        OutsideEvaluator evaluator = asked.evaluator();
        if (evaluator != null && !evaluator.isPulled()) {
            faults.read("evaluator", () -> CommandSettings.checked(evaluator.command()));
        }
        DevelopmentId id = asked.id();
        Path file = asked.items();
        List<SearchItem> items = file == null
                ? null
                : faults.read("items", () -> Bench.items(id == null ? NAMELESS : id, evaluator, file));
        if (budget != null && paid) {
            BudgetRules.pays(asked.policy(), budget, items == null ? 1 : items.size(), faults);
        }
        Path base = asked.base();
        if (!faults.all().isEmpty() || id == null || base == null || file == null || items == null || budget == null) {
            return null;
        }
        SearchSources sources = new SearchSources(base, asked.parents(), file, evaluator, asked.proposer());
        return new PlannedSearch(
                new DevelopmentPlan(
                        id,
                        FolderNames.model(sources.base()),
                        sources.parents().stream().map(FolderNames::model).toList(),
                        FolderNames.benchmark(sources.items()),
                        items,
                        settings(asked, new SearchBudget(budget, asked.secondsBudget()))),
                sources);
    }

    private static SearchSettings settings(SearchStart asked, SearchBudget budget) {
        OutsideProposer writer = asked.proposer();
        return new SearchSettings(asked.seed(), asked.policy(), writer == null ? "grammar" : writer.model(), budget);
    }

    private static void names(SearchStart asked, SettingFaults faults) {
        Set<ModelId> names = new HashSet<>();
        Set<ModelId> twice = new HashSet<>();
        for (Path parent : asked.parents()) {
            ModelId name = FolderNames.model(parent);
            if (!names.add(name) && twice.add(name)) {
                faults.misused(
                        "parents",
                        "Two would be called " + name
                                + ", after their last two folders. Give one of them another folder.");
            }
        }
    }

    /** Of those that are there; whoever evaluates elsewhere has them checked elsewhere. */
    private static void weights(SearchStart asked, SettingFaults faults) {
        Path base = asked.base();
        if (asked.evaluator() == null && base != null && !asked.parents().isEmpty()) {
            faults.read(() -> ParentWeights.read(base, asked.parents()));
        }
    }
}
