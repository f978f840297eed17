package org.eyrie.server.searching;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.server.naming.FolderNames;

/** Plans of searches over folders: models are called by their last two folders. */
public final class SearchPlans {

    private SearchPlans() {}

    /**
     * A search that is to begin.
     *
     * @throws InvalidInputException if two models would have one name, weights do not fit each other, there is no such policy,
     *     or the items cannot be read
     */
    public static DevelopmentPlan of(
            DevelopmentId id, SearchSources sources, String policy, long seed, SearchBudget budget) {
        SearchPolicies.named(policy);
        Set<ModelId> names = new HashSet<>();
        for (Path parent : sources.parents()) {
            ModelId name = FolderNames.model(parent);
            if (!names.add(name)) {
                throw new InvalidInputException(
                        "search " + id,
                        List.of(new Fault(
                                "parents",
                                "Two would be called " + name
                                        + ", after their last two folders. Give one of them another folder.")));
            }
        }
        OutsideProposer writer = sources.proposer();
        return new DevelopmentPlan(
                id,
                FolderNames.model(sources.base()),
                sources.parents().stream().map(FolderNames::model).toList(),
                FolderNames.benchmark(sources.items()),
                SearchRun.items(id, sources),
                new SearchSettings(seed, policy, writer == null ? "grammar" : writer.model(), budget));
    }
}
