package org.eyrie.server.cli.develop;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.naming.FolderNames;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.searching.OutsideEvaluator;
import org.eyrie.server.searching.SearchPlans;
import org.eyrie.server.searching.SearchSources;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that begins a search: what is merged, which items it chooses by, and what it may spend. */
abstract class BeginSearchCommand extends SearchCommand {

    @Mixin
    private MergedModels models = new MergedModels();

    @Option(names = "--policy", paramLabel = "NAME", description = "How to choose. Default: ${DEFAULT-VALUE}.")
    private String policy = SearchPolicies.DEFAULT;

    @Option(names = "--seed", paramLabel = "N", description = "Of all random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Mixin
    private OutsideOptions outside = new OutsideOptions();

    BeginSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    /** Brings programs in before anything else is proposed; the search has begun. */
    void bring(Session session, ProgressBar bar) {}

    /** Looks at what will be brought, before anything is written. */
    void beforehand(Session session) {}

    @Override
    protected void check() {
        budget.budget();
        outside.check();
        if (models.namesItems() && outside.listed() != null) {
            throw new WrongUseException(
                    "--items and --listed both say which items; give one of them, --listed where a command evaluates.");
        }
        SearchPolicies.named(policy);
        Set<ModelId> names = new HashSet<>();
        for (Path parent : models.parents()) {
            if (!names.add(FolderNames.model(parent))) {
                throw new WrongUseException("Two parents would be called " + FolderNames.model(parent)
                        + ", after their last two folders. Give one of them another folder.");
            }
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        ShippedModels shipped = ShippedModels.beside(globals().choice(context()).dataFolder());
        Path listed = outside.listed();
        SearchSources places = new SearchSources(
                models.baseFolder(shipped),
                models.parentFolders(shipped),
                listed != null ? listed : models.itemsFile(shipped),
                outside.evaluator(),
                outside.writer());
        bar.at("reading weights", 0, 0);
        DevelopmentPlan plan = SearchPlans.of(id(), places, policy, seed, budget.budget());
        beforehand(session);
        session.developments().begin(plan);
        sources().write(id(), places);
        bring(session, bar);
        bar.wipe();
        terminal()
                .out()
                .println(id() + ": " + plan.parents().size() + (plan.parents().size() == 1 ? " parent" : " parents")
                        + " of " + plan.base() + ", " + plan.items().size() + " development items of "
                        + plan.tasks().size() + (plan.tasks().size() == 1 ? " task" : " tasks") + ", " + policy + ", "
                        + plan.settings().budget().items() + " items to spend");
        OutsideEvaluator evaluator = places.evaluator();
        terminal()
                .out()
                .println(
                        evaluator != null && evaluator.isPulled()
                                ? "Workers get its orders from \"eyrie serve\" over this data folder: docs/develop.md"
                                : "Run it with: eyrie develop run " + id());
        return 0;
    }
}
