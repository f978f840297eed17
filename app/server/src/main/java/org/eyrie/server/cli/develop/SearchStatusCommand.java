package org.eyrie.server.cli.develop;

import java.util.List;
import java.util.Locale;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        description = "Says where searches stand: all of them, or one.",
        footer = {
            "",
            "Examples:",
            "  eyrie develop status",
            "  eyrie develop status mine --json",
            "",
            "share is raw; mean is what is likely left of it over all development items, as so many were tried: what the",
            "search ranks its candidates by. failed: runs that brought nothing; of one search the last one's",
            "words follow."
        })
final class SearchStatusCommand extends DatabaseCommand {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The search's name. Default: all of them.")
    private @Nullable DevelopmentId name;

    @Mixin
    private OutputOptions output = new OutputOptions();

    SearchStatusCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    private void lastFailure(SearchRecord record) {
        List<FailedRun> failed = record.failures();
        if (!failed.isEmpty()) {
            terminal().out().println();
            terminal()
                    .out()
                    .println(
                            "The last failure: " + failed.get(failed.size() - 1).reason());
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        DevelopmentLedger ledger = session.developments();
        List<DevelopmentId> wanted = name == null ? ledger.all() : List.of(name);
        Table table = new Table(
                "search",
                "state",
                "policy",
                "spent",
                "budget",
                "seconds",
                "a_second",
                "tried",
                "failed",
                "leader",
                "share",
                "mean");
        for (DevelopmentId id : wanted) {
            var record = ledger.read(id);
            SearchReport report = SearchReport.of(record, 1);
            CandidateReport leader = report.leader();
            table.row(
                    id.value(),
                    report.state().name().toLowerCase(Locale.ROOT),
                    record.plan().settings().policy(),
                    report.spent(),
                    report.budget(),
                    Math.round(report.seconds()),
                    Double.isNaN(report.rate()) ? null : Math.round(report.rate()),
                    report.tried(),
                    report.failed(),
                    leader == null ? null : leader.program(),
                    leader == null ? null : leader.share(),
                    leader == null ? null : leader.mean());
        }
        if (table.rows().isEmpty() && !output.isJson()) {
            terminal().out().println("There are no searches yet. Begin one: eyrie develop start --help");
            return 0;
        }
        output.print(table, terminal().out());
        if (name != null && !output.isJson()) {
            lastFailure(ledger.read(name));
        }
        return 0;
    }
}
