package org.eyrie.server.cli.develop;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.developing.DevelopmentItems;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.registry.Network;
import org.eyrie.server.searching.BudgetRules;
import org.eyrie.server.searching.Rivals;
import org.eyrie.server.searching.SearchRun;
import org.eyrie.server.searching.SearchSources;
import org.eyrie.server.searching.SettingFaults;
import org.eyrie.server.searching.SourceFiles;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Searches for merges of small networks that come with the program, and judges what it found beside their"
                    + " parents, a grid of hand-made merges, and random programs that cost as many items.",
            "Needs no network and a minute or two. Its data folder is that of \"eyrie demo\", whose page shows the searches while"
                    + " they run; broken off, it goes on."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie develop demo",
            "  eyrie develop demo --family almanac --items-budget 2000 --seed 7"
        })
final class DevelopDemoCommand extends DatabaseCommand {

    private static final List<String> POLICIES = List.of("guided", "grid", "random");

    /** Items that come along are more than any policy's smallest run. */
    private static final int MANY = 100;

    @Option(names = "--family", paramLabel = "NAME", description = "ciphers or almanac. Default: ${DEFAULT-VALUE}.")
    private String family = "ciphers";

    @Option(
            names = "--items-budget",
            paramLabel = "N",
            description = "Items that each search may spend. Default: ${DEFAULT-VALUE}.")
    private long budget = 3_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of all random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final GlobalOptions globals;

    DevelopDemoCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
        this.globals = globals;
    }

    @Override
    protected void check() {
        SettingFaults faults = new SettingFaults(SettingOptions::name);
        if (!List.of("ciphers", "almanac").contains(family)) {
            faults.misused("--family", "It is ciphers or almanac, not " + family + ".");
        }
        if (BudgetRules.items(budget, faults)) {
            POLICIES.forEach(policy -> BudgetRules.pays(policy, budget, MANY, faults));
        }
        if (globals.neo4jGiven()) {
            faults.misused(
                    "--neo4j-uri", "The demo has a Neo4j of its own. For yours, use: eyrie develop start --help");
        }
        SettingOptions.check("The demo", faults);
    }

    @Override
    protected DatabaseChoice choice(GlobalOptions options) {
        DatabaseChoice own = super.choice(options);
        Path folder = own.dataFolder().toAbsolutePath();
        return own.embeddedIn(options.dataGiven() ? folder : folder.resolveSibling(folder.getFileName() + "-demo"));
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        ShippedModels shipped = ShippedModels.beside(globals.choice(context()).dataFolder());
        List<Path> parents = IntStream.rangeClosed(1, 3)
                .mapToObj(parent -> shipped.folder(Path.of(family, "specialist" + parent)))
                .toList();
        SearchSources places =
                new SearchSources(shipped.folder(Path.of(family, "seed")), parents, shipped.items(Path.of(family)));
        Cancellation cancellation = cancellation();
        Table table =
                new Table("what", "spent", "items", "share", "mean", "test", "test_lower", "test_upper", "program");
        PrintWriter notes = terminal().err();
        for (String policy : POLICIES) {
            notes.println(policy + ": searching ...");
            DevelopmentId id = new DevelopmentId("demo-" + family + "-" + policy + "-" + budget + "-" + seed);
            searched(session, bar, id, policy, places, cancellation, table);
        }
        bar.wipe();
        output.print(table, terminal().out());
        if (!output.isJson()) {
            conclude(terminal().out());
        }
        return 0;
    }

    private void searched(
            Session session,
            ProgressBar bar,
            DevelopmentId id,
            String policy,
            SearchSources places,
            Cancellation cancellation,
            Table table) {
        session.developments().begin(plan(id, policy, places));
        SourceFiles files = new SourceFiles(choice(globals).dataFolder());
        files.write(id, places);
        SearchRun search = SearchRun.open(id, files, session.developments());
        SpendingBar spending = new SpendingBar(bar, session.developments().read(id));
        SearchRecord record = search.run(
                Runtime.getRuntime().availableProcessors(),
                context().clock(),
                Network.of(context().environment(), context().clock()),
                note -> {},
                Progress.of(
                        (step, done, total) -> spending.at(policy + ", " + step, done, total),
                        cancellation::requested));
        Rivals rivals = new Rivals(record);
        List<Finalist> chosen = new ArrayList<>(rivals.finalists(1));
        chosen.removeIf(finalist -> !finalist.role().equals(Rivals.LEADER)
                && !(policy.equals(POLICIES.get(0)) && finalist.role().startsWith(Rivals.PARENT)));
        List<FinalScore> scores = search.test(chosen, session.finals(), Progress.of(bar::at, cancellation::requested));
        rows(table, policy, rivals, session.finals().finalists(id), scores);
    }

    private DevelopmentPlan plan(DevelopmentId id, String policy, SearchSources places) {
        return new DevelopmentPlan(
                id,
                new ModelId(family + "/seed"),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(parent -> new ModelId(family + "/specialist" + parent))
                        .toList(),
                family,
                DevelopmentItems.read(places.items(), id).searchItems(),
                new SearchSettings(seed, policy, "grammar", SearchBudget.ofItems(budget)));
    }

    private static void rows(
            Table table, String policy, Rivals rivals, List<Finalist> finalists, List<FinalScore> scores) {
        Table finals = FinalsTable.of(finalists, rivals.report(), scores);
        finals.asMaps()
                .forEach(row -> table.row(
                        Rivals.LEADER.equals(row.get("what")) ? "best of " + policy : row.get("what"),
                        Rivals.LEADER.equals(row.get("what")) ? rivals.report().spent() : null,
                        row.get("items"),
                        row.get("share"),
                        row.get("mean"),
                        row.get("test"),
                        row.get("test_lower"),
                        row.get("test_upper"),
                        row.get("program")));
    }

    private void conclude(PrintWriter out) {
        out.println();
        out.println(
                "share: of the development items that it was asked; mean: what is likely left of it, as so many were");
        out.println("tried; test: on items that nothing was chosen by, with an interval of 95 %.");
        out.println("The searches are in the graph: eyrie develop status --data "
                + choice(globals).dataFolder());
        out.println("and on a page: eyrie serve --data " + choice(globals).dataFolder());
        out.flush();
    }
}
