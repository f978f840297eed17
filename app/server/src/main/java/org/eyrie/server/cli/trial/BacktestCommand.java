package org.eyrie.server.cli.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.trial.BacktestOutcome;
import org.eyrie.engine.trial.Backtesting;
import org.eyrie.engine.trial.FurtherBaseline;
import org.eyrie.engine.trial.ItemBacktesting;
import org.eyrie.engine.trial.LateBlocks;
import org.eyrie.engine.trial.ProtocolName;
import org.eyrie.engine.trial.ScreeningBacktesting;
import org.eyrie.lrmf.trial.screening.ScreeningTrial;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backtest",
        description = {
            "Hides scores that are known, predicts them, and prints how good that was, beside plain baselines.",
            "Scores that eyrie predict would refuse to predict are left out. Nothing is written to the database."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie backtest --protocol cold-start",
            "  eyrie backtest --protocol late --from 2024-12-01 --per-benchmark",
            "  eyrie backtest --protocol late --from 2024-06-01,2024-09-01,2024-12-01 --until 2025-03-01",
            "  eyrie backtest --protocol items",
            "  eyrie backtest --protocol late --baseline boosting --report late.html",
            "  eyrie backtest --protocol cold-start --out cells.csv",
            "  eyrie backtest --protocol screening",
            "  eyrie backtest --format csv > backtest.csv",
            "",
            "Predictors: LRMF, what Eyrie predicts with; paper, LRMF as it was published; biased factorisation, least squares",
            "with biases as BenchPress has it; plain factorisation, the same without; boosting, trees on hand-made features;",
            "the others are means of what their name says."
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
            split = ",",
            description = "For late: the first day whose models are hidden. Default: 2024-12-01. Of several days each"
                    + " begins a block of time, which is predicted from all that is older.")
    private List<LocalDate> from = List.of(LocalDate.of(2024, 12, 1));

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "For late: the first day that is neither hidden nor known any more. Default: there is none.")
    private @Nullable LocalDate until;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Equal seeds give equal splits. Default: ${DEFAULT-VALUE}.")
    private long seed = FitSettings.USUAL.seed();

    @Option(names = "--per-benchmark", description = "A row per benchmark beside the means over benchmarks.")
    private boolean perBenchmark;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description =
                    "A further baseline beside the usual ones: ${COMPLETION-CANDIDATES}, which is gradient boosting"
                            + " on features that an analyst would build of relatives, names, dates and traits.")
    private List<BaselineName> baselines = List.of();

    @Mixin
    private TrialFiles files = new TrialFiles();

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
        if (protocols.contains(ProtocolName.ITEMS) && (files.wanted() || !baselines.isEmpty())) {
            throw new WrongUseException("The protocol items goes with neither --out, --report nor --baseline.");
        }
        blocks();
        files.check();
        baselines.forEach(BaselineName::check);
    }

    private LateBlocks blocks() {
        try {
            return new LateBlocks(from, until);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(e.getMessage() + ".");
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
            output.print(ItemBacktestTable.of(items), terminal());
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
            output.print(ScreeningBacktestTable.of(screening), terminal());
            terminal().err().println(ScreeningBacktestTable.legend(screening));
            return 0;
        }
        List<FurtherBaseline> further = Set.copyOf(baselines).stream()
                .sorted()
                .map(name -> name.make(seed))
                .toList();
        BacktestOutcome outcome =
                new Backtesting(session.stores(), further).run(protocols, blocks(), new FitSettings(seed), progress);
        progress.check();
        bar.wipe();
        output.print(BacktestTable.of(outcome, perBenchmark), terminal());
        // Apart from the rows, so that CSV stays CSV.
        BacktestTable.leftOut(outcome).forEach(terminal().err()::println);
        outcome.refusals().forEach(terminal().err()::println);
        if (outcome.experiments().isEmpty()) {
            return 1;
        }
        LocalDate today = LocalDate.now(context().clock());
        files.write(outcome, output, today).forEach(terminal().err()::println);
        return 0;
    }
}
