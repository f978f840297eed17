package org.eyrie.server.cli.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.SuspiciousDerivation;
import org.eyrie.engine.ask.SuspiciousDerivation.Outlook;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "suspicious",
        description = {
            "Lists derivations whose ends disagree far beyond what is usual of their relation.",
            "Each comes with the benchmark whose prediction would change most without it."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie suspicious",
            "  eyrie suspicious --model acme/mix-7b --least 2",
            "  eyrie suspicious --limit 100 --format csv"
        })
public final class SuspiciousCommand extends DatabaseCommand {

    @Option(names = "--model", paramLabel = "ID", description = "Look at this model and its relatives only.")
    private @Nullable ModelId model;

    @Option(
            names = "--least",
            paramLabel = "Z",
            description = "Smallest disagreement, in standard deviations. Default: ${DEFAULT-VALUE}.")
    private double least = 3;

    @Option(names = "--limit", paramLabel = "N", description = "How many models at most. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public SuspiciousCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (limit < 1) {
            throw new WrongUseException("--limit must be at least 1, not " + limit);
        }
        if (!Double.isFinite(least)) {
            throw new WrongUseException("--least must be a number, not " + least);
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        bar.at("comparing models with their parents", 0, 0);
        List<SuspiciousDerivation> found =
                Asking.of(session.stores()).suspiciousLineage().of(model, least, limit);
        bar.wipe();
        if (output.isJson()) {
            terminal().out().println(Json.pretty(found));
            return 0;
        }
        Table table = new Table(
                "child",
                "parent",
                "relation",
                "disagreement",
                "without",
                "benchmark",
                "measured",
                "predicted",
                "predicted_without");
        for (SuspiciousDerivation derivation : found) {
            Outlook most = derivation.outlooks().stream()
                    .max(Comparator.comparingDouble(each -> Math.abs(each.predictedWithout() - each.predicted())))
                    .orElseThrow();
            table.row(
                    derivation.child(),
                    derivation.parent(),
                    derivation.relation().name().toLowerCase(Locale.ROOT),
                    derivation.disagreement(),
                    derivation.without(),
                    most.benchmark(),
                    most.measured(),
                    most.predicted(),
                    most.predictedWithout());
        }
        output.print(table, terminal());
        return 0;
    }
}
