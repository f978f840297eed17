package org.eyrie.server.cli.develop;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.developing.ComparedPolicy;
import org.eyrie.server.developing.ComparedSearch;
import org.eyrie.server.developing.ComparisonTable;
import org.eyrie.server.developing.DevelopmentItems;
import org.eyrie.server.developing.PairedDifference;
import org.eyrie.server.developing.ParentWeights;
import org.eyrie.server.developing.PolicyComparison;
import org.eyrie.server.developing.RememberedCount;
import org.eyrie.server.developing.TestItems;
import org.eyrie.server.developing.WeightsMaker;
import org.eyrie.server.json.Json;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.searching.BudgetRules;
import org.eyrie.server.searching.SettingFaults;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "compare",
        description = {
            "Runs whole searches by several policies over the same seeds, and judges what each had chosen by test"
                    + " items.",
            "No database is needed, and nothing is kept without --keep. Differences to the first policy are paired by"
                    + " seed, with intervals of 95 %% by bootstrap. A policy's name may end in :unlearned: its programs"
                    + " are drawn from the grammar as it is.",
            "Columns: optimism is the choice's raw share less its test score; held, the share of runs drawn at random"
                    + " that lay within the 90 %% foretold; ms, processor time a candidate, merges and items aside."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie develop compare --base ciphers/seed --parent ciphers/specialist1 \\",
            "                --parent ciphers/specialist2 --parent ciphers/specialist3 --seeds 4 \\",
            "                --policy guided,halving,climb --items-budget 1000,3000"
        })
final class CompareCommand implements Callable<Integer> {

    private static final DevelopmentId ID = new DevelopmentId("compared");

    private static final List<String> LEGEND = List.of(
            "development, test: share that the choice solves of all items that may be chosen by, and of those that may not;"
                    + " means over the seeds.",
            "optimism: what the choice had solved in its search, less test. held: share of runs drawn at random within the"
                    + " 90 % foretold.",
            "ms: processor time a candidate, merges and items aside.",
            "difference: of test, the policy less its rival by the same seed; lower, upper: interval of 95 %. won: share of"
                    + " seeds.");

    @Mixin
    private MergedModels models = new MergedModels();

    @Option(
            names = "--policy",
            split = ",",
            paramLabel = "NAME",
            description = "Which to compare, the first with every other. Default: guided,halving,climb,random,grid.")
    private List<String> policies = List.of("guided", "halving", "climb", "random", "grid");

    @Option(
            names = "--items-budget",
            split = ",",
            paramLabel = "N",
            description = "Items that each search may spend. Default: 1000,3000.")
    private List<Long> budgets = List.of(1_000L, 3_000L);

    @Option(names = "--seeds", paramLabel = "N", description = "Searches of each. Default: ${DEFAULT-VALUE}.")
    private int seeds = 4;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Keep outcomes of items in a file: broken off, or run again with other policies, a comparison"
                    + " pays for what is new alone.")
    private @Nullable Path keep;

    @Option(
            names = "--searches",
            paramLabel = "FILE",
            description = "Add every search to a file as it ends, a line of JSON each: its choice, scores, and costs.")
    private @Nullable Path searches;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final CommandContext context;
    private final GlobalOptions globals;

    CompareCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public Integer call() {
        SettingFaults faults = new SettingFaults(SettingOptions::name);
        ShippedModels shipped = ShippedModels.beside(globals.choice(context).dataFolder());
        Path base = models.baseFolder(shipped, faults);
        List<Path> parents = models.parentFolders(shipped, faults);
        Path file = models.itemsFile(shipped, base, faults);
        ParentWeights weights =
                base == null || parents.isEmpty() ? null : faults.read(() -> ParentWeights.read(base, parents));
        DevelopmentItems items = file == null ? null : faults.read("items", () -> DevelopmentItems.read(file, ID));
        // What the whole file is refused for is told once.
        TestItems test = file == null || items == null ? null : faults.read("items", () -> TestItems.read(file, ID));
        List<ComparedPolicy> compared =
                ComparedPolicy.of(policies, fault -> faults.misused(fault.where(), fault.reason()));
        check(compared, items == null ? 1 : items.searchItems().size(), faults);
        SettingOptions.check("The comparison", faults);
        return compare(compared, Required.of(weights), Required.of(items), Required.of(test));
    }

    private int compare(List<ComparedPolicy> compared, ParentWeights weights, DevelopmentItems items, TestItems test) {
        Cancellation cancellation = context.interruption().cancellation();
        try (PolicyComparison comparison = new PolicyComparison(weights, items, test, new WeightsMaker(weights));
                ProgressBar bar = new ProgressBar(context.terminal())) {
            if (keep != null) {
                comparison.keepIn(keep);
            }
            ComparisonTable table = comparison.run(
                    compared, budgets, seeds, Progress.of(bar::at, cancellation::requested), this::write);
            bar.wipe();
            print(table, comparison.remembered());
        }
        return 0;
    }

    private void write(ComparedSearch search) {
        if (searches == null) {
            return;
        }
        try {
            Files.writeString(
                    searches,
                    new String(Json.bytes(search), StandardCharsets.UTF_8) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new WrongUseException("--searches cannot be written: " + e.getMessage());
        }
    }

    private void check(List<ComparedPolicy> compared, int items, SettingFaults faults) {
        List<String> names =
                compared.stream().map(ComparedPolicy::name).distinct().toList();
        for (long budget : budgets) {
            if (BudgetRules.items(budget, faults)) {
                names.forEach(policy -> BudgetRules.pays(policy, budget, items, faults));
            }
        }
        if (seeds < 1) {
            faults.misused("--seeds", "It must be at least 1, not " + seeds + ".");
        }
    }

    private void print(ComparisonTable compared, RememberedCount remembered) {
        Table scores = new Table("policy", "items", "seeds", "development", "test", "optimism", "held", "ms");
        compared.lines()
                .forEach(line -> scores.row(
                        line.policy(),
                        line.budget(),
                        line.seeds(),
                        line.development(),
                        line.test(),
                        line.optimism(),
                        Double.isNaN(line.held()) ? "" : (Double) line.held(),
                        line.overhead()));
        Table differences = new Table("policy", "against", "items", "difference", "lower", "upper", "won");
        for (PairedDifference each : compared.against(policies.get(0))) {
            differences.row(
                    each.policy(), each.rival(), each.budget(), each.mean(), each.lower(), each.upper(), each.won());
        }
        PrintWriter out = context.terminal().out();
        output.print(scores, out);
        if (!output.isJson()) {
            out.println();
            if (!differences.rows().isEmpty()) {
                output.print(differences, out);
                out.println();
            }
            LEGEND.forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "%,d outcomes of items were asked for; %,d were known already.%n",
                    remembered.asked(),
                    remembered.asked() - remembered.evaluated());
        }
        out.flush();
    }
}
