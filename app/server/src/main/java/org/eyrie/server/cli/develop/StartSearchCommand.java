package org.eyrie.server.cli.develop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.naming.FolderNames;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.searching.OutsideEvaluator;
import org.eyrie.server.searching.SearchPlans;
import org.eyrie.server.searching.SearchSources;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        description = {
            "Begins a search: settles what is merged, which items it chooses by, and what it may spend. Runs nothing.",
            "Beginning the same again changes nothing. Models are named by their last two folders."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie develop start mine --base ciphers/seed --parent ciphers/specialist1 \\",
            "                --parent ciphers/specialist2 --parent ciphers/specialist3",
            "  eyrie develop start zoo --base zoo/seed --parent zoo/math --parent zoo/code --items zoo/items.jsonl \\",
            "                --policy halving --money-budget 5 --price .001 --seed 7",
            "  eyrie develop start large --base acme/seed --parent acme/math --parent acme/code \\",
            "                --listed base-log/ --evaluator 'lm_eval run --model hf --model_args",
            "                pretrained={model} --tasks {tasks} --samples {items} --log_samples",
            "                --output_path {out}'",
            "  eyrie develop start shared --base zoo/seed --parent zoo/math --items zoo/items.jsonl --evaluator pull",
            "",
            "Policies: guided, halving, climb, grid, random and others; docs/develop.md says what each does."
        })
final class StartSearchCommand extends SearchCommand {

    @Option(
            names = "--base",
            required = true,
            paramLabel = "FOLDER",
            description = "The model that parents were made from; or one that comes along, such as ciphers/seed.")
    private @Nullable Path base;

    @Option(names = "--parent", required = true, paramLabel = "FOLDER", description = "A parent. Repeatable.")
    private List<Path> parents = new ArrayList<>();

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description =
                    "A JSON object a line with task, prompt, answer, and split (develop or test) where they are in"
                            + " parts; elsewhere a draw decides. Default: those of the base's family, where it comes along.")
    private @Nullable Path items;

    @Option(names = "--policy", paramLabel = "NAME", description = "How to choose. Default: ${DEFAULT-VALUE}.")
    private String policy = SearchPolicies.DEFAULT;

    @Option(names = "--seed", paramLabel = "N", description = "Of all random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Mixin
    private OutsideOptions outside = new OutsideOptions();

    StartSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        budget.budget();
        outside.check();
        if (items != null && outside.listed() != null) {
            throw new WrongUseException(
                    "--items and --listed both say which items; give one of them, --listed where a command evaluates.");
        }
        SearchPolicies.named(policy);
        Set<ModelId> names = new HashSet<>();
        for (Path parent : parents) {
            if (!names.add(FolderNames.model(parent))) {
                throw new WrongUseException("Two parents would be called " + FolderNames.model(parent)
                        + ", after their last two folders. Give one of them another folder.");
            }
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        ShippedModels shipped = ShippedModels.beside(globals().choice(context()).dataFolder());
        Path given = Required.of(base);
        SearchSources places = new SearchSources(
                shipped.folder(given),
                parents.stream().map(shipped::folder).toList(),
                file(shipped, given),
                outside.evaluator(),
                outside.writer());
        bar.at("reading weights", 0, 0);
        DevelopmentPlan plan = SearchPlans.of(id(), places, policy, seed, budget.budget());
        session.developments().begin(plan);
        sources().write(id(), places);
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

    private Path file(ShippedModels shipped, Path given) {
        Path listed = outside.listed();
        if (listed != null) {
            return listed;
        }
        return items != null
                ? shipped.items(items)
                : shipped.itemsBeside(given)
                        .orElseThrow(() -> new WrongUseException(
                                "--items FILE is needed: only models that come with the program bring items."));
    }
}
