package org.eyrie.server.cli.develop;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.ReportOption;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.Plural;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.report.FinalistsReport;
import org.eyrie.server.searching.Rivals;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "best",
        description = "Shows a search's leader beside the next best, the best hand-made merge, and each parent.",
        footer = {
            "",
            "Examples:",
            "  eyrie develop best mine",
            "  eyrie develop best mine --limit 20 --json",
            "  eyrie develop best mine --report mine.html",
            "",
            "share: solved of the development items that it was asked, mean over tasks. mean, sd: what is likely left of it",
            "over all development items, as so many were tried: what the search ranks them by, with the policy guided what",
            "near kin solved included. test: on items that nobody chose by, with its interval of",
            "95 %%; empty before: eyrie develop test NAME"
        })
final class BestCandidatesCommand extends SearchCommand {

    @Option(names = "--limit", paramLabel = "N", description = "How many of the best. Default: ${DEFAULT-VALUE}.")
    private int limit = 5;

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    BestCandidatesCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (limit < 1) {
            throw new WrongUseException("--limit must be at least 1, not " + limit);
        }
        report.check();
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        SearchRecord record = session.developments().read(id());
        Rivals rivals = new Rivals(record);
        List<FinalScore> scores = session.finals().scores(id());
        List<Finalist> shown = rivals.finalists(limit);
        if (shown.isEmpty() && !output.isJson()) {
            List<FailedRun> failed = record.failures();
            terminal()
                    .out()
                    .println(
                            failed.isEmpty()
                                    ? "Nothing was tried yet. Run it: eyrie develop run " + id()
                                    : Plural.of(failed.size(), "run") + " failed and none was answered. The last: "
                                            + failed.get(failed.size() - 1).reason());
            return 0;
        }
        report.write(
                page(record, rivals.report(), shown, scores)::write, terminal().err());
        output.print(FinalsTable.of(shown, rivals.report(), scores), terminal().out());
        return 0;
    }

    private FinalistsReport page(
            SearchRecord record, SearchReport found, List<Finalist> shown, List<FinalScore> scores) {
        Contenders contenders = Contenders.of(record);
        List<FinalistsReport.Entry> entries = shown.stream()
                .map(finalist -> {
                    Contender contender = contenders.find(finalist.program());
                    return new FinalistsReport.Entry(
                            finalist,
                            found.best().stream()
                                    .filter(each -> each.program().equals(finalist.program()))
                                    .findFirst()
                                    .orElse(null),
                            scores.stream()
                                    .filter(each -> each.program().equals(finalist.program()))
                                    .findFirst()
                                    .orElse(null),
                            contender == null
                                    ? Map.of("Step by step", CandidateTables.steps(finalist.text()))
                                    : CandidateTables.all(record.plan(), contender));
                })
                .toList();
        return new FinalistsReport(
                record.plan(), found, entries, LocalDate.now(context().clock()));
    }
}
