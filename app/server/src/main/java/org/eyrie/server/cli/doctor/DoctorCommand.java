package org.eyrie.server.cli.doctor;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.embedded.StoreCheck;
import org.eyrie.lrmf.outcomes.KernelSelection;
import org.eyrie.model.EyrieException;
import org.eyrie.model.Fit;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.Stores;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.out.Plural;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.Wrapped;
import org.eyrie.server.registry.Network;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.spi.BenchmarksMet;
import org.eyrie.task.CancelledException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description =
                "Checks Java, the database, its schema, the data, the fit, and the registries and webhooks that the"
                        + " environment configures, and says what to do. Exit code 1 where something does not work.",
        footer = {
            "",
            "Examples:",
            "  eyrie doctor",
            "  eyrie doctor --deep",
            "  eyrie doctor --neo4j-uri neo4j://db:7687 --json"
        })
public final class DoctorCommand implements java.util.concurrent.Callable<Integer> {

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--deep",
            description = "Check every record of the embedded database, too. Nothing may use it meanwhile.")
    private boolean deep;

    private final CommandContext context;
    private final GlobalOptions globals;

    public DoctorCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public Integer call() {
        List<Diagnosis> findings = new ArrayList<>();
        findings.add(new Diagnosis("Java", true, Runtime.version() + ", " + memory(), ""));
        findings.add(new Diagnosis("item fits", true, KernelSelection.description(), ""));
        DatabaseChoice choice = globals.choice(context);
        try (ProgressBar bar = new ProgressBar(context.terminal());
                Session session = context.opener().open(choice, line -> bar.at(line, 0, 0))) {
            Session.Health health = session.health();
            findings.add(new Diagnosis("database", health.answers(), health.detail(), ""));
            findings.add(new Diagnosis("schema", true, "up to date", ""));
            examine(session.stores(), findings);
        } catch (EyrieException | CancelledException failure) {
            findings.add(new Diagnosis("database", false, choice.toString(), String.valueOf(failure.getMessage())));
        }
        if (deep) {
            findings.add(store(choice));
        }
        IssuerCheck.finding(context.environment()).ifPresent(findings::add);
        findings.addAll(new RegistryCheck(Network.of(context.environment(), context.clock())).findings());
        Table table = new Table("check", "state", "detail", "advice");
        findings.forEach(finding ->
                table.row(finding.check(), finding.works() ? "ok" : "FAILED", finding.detail(), finding.advice()));
        if (output.isBrief(context.terminal())) {
            findings.forEach(this::tell);
            context.terminal().out().flush();
        } else {
            output.print(table, context.terminal());
        }
        return findings.stream().allMatch(Diagnosis::works) ? 0 : 1;
    }

    /** For people: what was found, and below it what to do. */
    private void tell(Diagnosis finding) {
        String head = String.format("%-6s  %-10s  ", finding.works() ? "ok" : "FAILED", finding.check());
        String indent = " ".repeat(head.length());
        PrintWriter out = context.terminal().out();
        int width = context.terminal().width();
        Wrapped.lines(head + finding.detail(), width, indent).forEach(out::println);
        if (!finding.advice().isEmpty()) {
            Wrapped.lines(indent + "> " + finding.advice(), width, indent + "  ")
                    .forEach(out::println);
        }
    }

    private Diagnosis store(DatabaseChoice choice) {
        if (choice.uri() != null) {
            return new Diagnosis(
                    "store", true, "not checked", "Of a server: neo4j-admin database check, while it is stopped");
        }
        try (ProgressBar bar = new ProgressBar(context.terminal())) {
            StoreCheck check = StoreCheck.of(choice.dataFolder(), line -> bar.at(line, 0, 0));
            return new Diagnosis(
                    "store",
                    check.sound(),
                    check.detail(),
                    check.sound() ? "" : "Restore a backup: eyrie restore --help. Or import again in a new folder");
        } catch (EyrieException | CancelledException failure) {
            return new Diagnosis("store", false, choice.toString(), String.valueOf(failure.getMessage()));
        }
    }

    private static void examine(Stores stores, List<Diagnosis> findings) {
        List<ScoreStore.Coverage> coverage = stores.scores().coverage();
        int scores = coverage.stream().mapToInt(ScoreStore.Coverage::evaluated).sum();
        int models = coverage.isEmpty() ? 0 : coverage.get(0).models();
        findings.add(new Diagnosis(
                "data",
                true,
                Plural.of(scores, "score") + " on " + Plural.of(coverage.size(), "benchmark") + ", "
                        + Plural.of(models, "model"),
                scores == 0 ? "Import some: eyrie import leaderboard --help" : ""));
        findings.add(benchmarks(coverage, scores));
        findings.add(new NextSteps(stores, coverage).stubs());
        findings.add(new NextSteps(stores, coverage).cells());
        findings.add(stores.fits().all().stream()
                .findFirst()
                .map(fit -> fit(fit, stores.facts().version()))
                .orElse(new Diagnosis("fit", true, "none yet", "Make one: eyrie fit")));
    }

    // As an import says it of its own scores.
    private static Diagnosis benchmarks(List<ScoreStore.Coverage> coverage, int scores) {
        List<ScoreStore.Coverage> few = coverage.stream()
                .filter(column -> column.evaluated() < BenchmarksMet.ENOUGH)
                .toList();
        int alone = few.stream().mapToInt(ScoreStore.Coverage::evaluated).sum();
        return new Diagnosis(
                "benchmarks",
                true,
                Plural.of(coverage.size(), "benchmark") + ", " + few.size() + " with fewer than " + BenchmarksMet.ENOUGH
                        + " scores; " + (scores - alone) + " of " + scores + " scores are evidence for others",
                few.isEmpty() ? "" : "Setups of one benchmark under several ids? See docs/benchmarks-map.md");
    }

    private static Diagnosis fit(Fit fit, long version) {
        boolean stale = fit.dataVersion() != version;
        return new Diagnosis(
                "fit",
                true,
                fit.id() + (stale ? ", older than the data" : ", up to date"),
                stale ? "Make a new one: eyrie fit" : "");
    }

    private static String memory() {
        return (Runtime.getRuntime().maxMemory() >> 20) + " MB at most";
    }
}
