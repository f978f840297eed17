package org.eyrie.server.cli.trial;

import java.time.LocalDate;
import java.util.List;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.trial.Backtesting;
import org.eyrie.engine.trial.ItemBacktesting;
import org.eyrie.engine.trial.ProtocolName;
import org.eyrie.engine.trial.ScreeningBacktesting;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.ColumnFigures;
import org.eyrie.lrmf.trial.protocol.Figures;
import org.eyrie.lrmf.trial.screening.ScreeningTrial;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.stores.Session;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backtest",
        description = {
            "Hides scores that are known, predicts them, and prints how good that was, beside plain baselines.",
            "Nothing is written."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie backtest --protocol cold-start",
            "  eyrie backtest --protocol late --from 2024-12-01 --per-benchmark",
            "  eyrie backtest --protocol items",
            "  eyrie backtest --protocol screening",
            "  eyrie backtest --format csv > backtest.csv"
        })
public final class BacktestCommand extends DatabaseCommand {

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}; may be given several times, items and screening"
                    + " alone. Default: all but these.")
    private List<ProtocolName> protocols = ProtocolName.ofBenchmarks();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "For late: the first day whose models are hidden. Default: ${DEFAULT-VALUE}.")
    private LocalDate from = LocalDate.of(2024, 12, 1);

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Equal seeds give equal splits. Default: ${DEFAULT-VALUE}.")
    private long seed = FitSettings.USUAL.seed();

    @Option(names = "--per-benchmark", description = "A row per benchmark beside the mean over benchmarks.")
    private boolean perBenchmark;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public BacktestCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (protocols.size() > 1) {
            protocols.stream().filter(ProtocolName::runsAlone).findFirst().ifPresent(protocol -> {
                throw new WrongUseException("The protocol " + protocol + " has columns of its own: run it alone.");
            });
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        try {
            return run(session, bar, Progress.of(bar::at, cancellation()::requested));
        } catch (CancelledException e) {
            throw new CancelledException("The backtest was cancelled.");
        }
    }

    private int run(Session session, ProgressBar bar, Progress progress) {
        if (protocols.contains(ProtocolName.ITEMS)) {
            ItemBacktesting.Outcome items = new ItemBacktesting(session.stores()).run(new FitSettings(seed), progress);
            progress.check();
            bar.wipe();
            output.print(ItemBacktestTable.of(items), terminal().out());
            if (output.format() == OutputOptions.Format.TABLE) {
                terminal().out().println();
                ItemBacktestTable.needed(items).forEach(terminal().out()::println);
            }
            return 0;
        }
        if (protocols.contains(ProtocolName.SCREENING)) {
            ScreeningTrial.Outcome screening =
                    new ScreeningBacktesting(session.stores()).run(new FitSettings(seed), progress);
            bar.wipe();
            output.print(ScreeningBacktestTable.of(screening), terminal().out());
            terminal().err().println(ScreeningBacktestTable.legend(screening));
            return 0;
        }
        Backtesting.Outcome outcome =
                new Backtesting(session.stores()).run(protocols, from, new FitSettings(seed), progress);
        progress.check();
        bar.wipe();
        Table table = new Table(
                "protocol",
                "predictor",
                "benchmark",
                "pearson",
                "spearman",
                "rmse",
                "coverage",
                "width",
                "cells",
                "seconds");
        for (BacktestResult result : outcome.results()) {
            if (perBenchmark) {
                for (ColumnFigures column : result.columns()) {
                    String benchmark = outcome.benchmarks().get(column.column()).value();
                    row(table, result, benchmark, column.figures());
                }
            }
            row(table, result, "mean", result.mean());
        }
        output.print(table, terminal().out());
        outcome.refusals().forEach(refusal -> terminal().err().println(refusal));
        return outcome.results().isEmpty() ? 1 : 0;
    }

    private static void row(Table table, BacktestResult result, String benchmark, Figures figures) {
        table.row(
                result.protocol(),
                result.predictor(),
                benchmark,
                figures.pearson(),
                figures.spearman(),
                figures.rmse(),
                figures.coverage(),
                figures.width(),
                figures.n(),
                result.seconds());
    }
}
