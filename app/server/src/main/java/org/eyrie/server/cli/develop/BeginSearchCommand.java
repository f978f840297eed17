package org.eyrie.server.cli.develop;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.searching.OutsideEvaluator;
import org.eyrie.server.searching.PlannedSearch;
import org.eyrie.server.searching.SearchPlans;
import org.eyrie.server.searching.SearchSources;
import org.eyrie.server.searching.SearchStart;
import org.eyrie.server.searching.SettingFaults;
import org.eyrie.server.searching.SourceFiles;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that begins a search: what is merged, which items it chooses by, and what it may spend. */
abstract class BeginSearchCommand extends DatabaseCommand {

    private static final String WHAT = "The search";

    @Parameters(index = "0", paramLabel = "NAME", description = "The search's name.")
    private @Nullable String name;

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

    private final GlobalOptions globals;
    private final SettingFaults faults = new SettingFaults(this::option);
    private @Nullable PlannedSearch planned;

    BeginSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
        this.globals = globals;
    }

    /** Brings programs in before anything else is proposed; the search has begun. */
    void bring(Session session, ProgressBar bar) {}

    /** Looks at what will be brought, before anything is written. */
    void beforehand(Session session, SettingFaults faults) {}

    /** Adds what is wrong with options of its own. */
    void check(SettingFaults faults) {}

    /** Whether what options name is looked up in the graph before it is told what is wrong with them. */
    boolean looksUp() {
        return false;
    }

    @Override
    protected void check() {
        DevelopmentId id = faults.value("id", name, DevelopmentId::new);
        ShippedModels shipped = ShippedModels.beside(globals.choice(context()).dataFolder());
        Path base = models.baseFolder(shipped, faults);
        List<Path> parents = models.parentFolders(shipped, faults);
        Path listed = outside.listed();
        outside.check(faults);
        if (models.namesItems() && listed != null) {
            faults.misused(
                    "--items",
                    "--items and --listed both say which items; give one of them, --listed where a command evaluates.");
        }
        Path items = !outside.isPaired() ? null : listed != null ? listed : models.itemsFile(shipped, base, faults);
        check(faults);
        SearchStart asked = new SearchStart(
                id,
                base,
                parents,
                items,
                outside.evaluator(),
                outside.writer(),
                policy,
                seed,
                budget.items(faults),
                budget.seconds());
        try (ProgressBar bar = new ProgressBar(terminal())) {
            bar.at("reading weights", 0, 0);
            planned = SearchPlans.of(asked, faults);
        }
        if (!looksUp()) {
            SettingOptions.check(WHAT, faults);
        }
    }

    /** What the command line calls a setting. */
    private String option(String setting) {
        return switch (setting) {
            case "items" -> outside.listed() != null ? "--listed" : "--items";
            case "itemsBudget" -> budget.name();
            default -> SettingOptions.name(setting);
        };
    }

    /** As it was written. */
    final String name() {
        return Required.of(name);
    }

    /** The name of the search, once nothing is wrong with it. */
    final DevelopmentId id() {
        return Required.of(planned).plan().id();
    }

    /** Where weights and items of searches are remembered. */
    final SourceFiles sources() {
        return new SourceFiles(choice(globals).dataFolder());
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        beforehand(session, faults);
        SettingOptions.check(WHAT, faults);
        DevelopmentPlan plan = Required.of(planned).plan();
        SearchSources places = Required.of(planned).sources();
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
