package org.eyrie.server.cli.ask;

import java.nio.file.Path;
import java.util.Map;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.ItemQuestion;
import org.eyrie.engine.ask.NextRuns;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "next-items",
        description = {
            "Which items of a benchmark to run next to know a model's whole score soonest.",
            "One after the other, each the item that narrows the interval most per cost; and which other benchmarks,"
                    + " run whole, would tell something about this one. What was measured already is told, not named"
                    + " again."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie next-items acme/mix-7b --benchmark IFEval --count 50",
            "  eyrie next-items acme/mix-7b --benchmark IFEval --target-width 0.04 --cost seconds.csv",
            "  eyrie next-items acme/mix-7b --benchmark IFEval --observed first-fifty.csv --json"
        })
public final class NextItemsCommand extends DatabaseCommand {

    private static final int USUAL = 50;

    @Parameters(paramLabel = "MODEL", description = "The model to be run.")
    private @Nullable ModelId model;

    @Option(names = "--benchmark", required = true, paramLabel = "NAME", description = "Whose score is wanted.")
    private @Nullable BenchmarkId benchmark;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many items at most. Default: 50; with --target-width as many as it takes.")
    private @Nullable Integer count;

    @Option(
            names = "--cost",
            paramLabel = "FILE",
            description = "Costs of items, as CSV with the columns item (position from 0) and cost; others cost 1.")
    private @Nullable Path cost;

    @Option(
            names = "--target-width",
            paramLabel = "W",
            description = "Stop where the 90 %% interval is expected to be no wider, such as 0.04.")
    private double targetWidth;

    @Option(
            names = "--observed",
            paramLabel = "FILE",
            description = "Outcomes that count beside those in the database, as CSV with the columns item and correct.")
    private @Nullable Path observed;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public NextItemsCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (count != null && count < 1) {
            throw new WrongUseException("--count must be at least 1, not " + count + ".");
        }
        if (!(targetWidth >= 0 && targetWidth <= 1)) {
            throw new WrongUseException("--target-width must be from 0 to 1, not " + targetWidth + ".");
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        ItemQuestion question = new ItemQuestion(
                Required.of(model), Required.of(benchmark), observed == null ? Map.of() : ItemList.outcomes(observed));
        int most = count != null ? count : targetWidth > 0 ? Integer.MAX_VALUE : USUAL;
        NextRuns runs = Asking.of(session.stores())
                .items()
                .next(question, most, cost == null ? Map.of() : ItemList.costs(cost), targetWidth);
        bar.wipe();
        switch (output.format()) {
            case JSON -> terminal().out().println(Json.pretty(runs));
            case CSV -> output.print(ItemTables.items(runs), terminal());
            case TABLE -> {
                terminal().out().println("Now: " + ItemTables.sentence(runs.model(), runs.benchmark(), runs.now()));
                terminal().out().println(ItemTables.known(runs) + "\n");
                output.print(ItemTables.items(runs), terminal());
                if (!runs.benchmarks().isEmpty()) {
                    terminal().out().println("\nOther benchmarks that would tell something, run whole:\n");
                    output.print(ItemTables.benchmarks(runs), terminal());
                }
            }
        }
        runs.warnings().forEach(terminal().err()::println);
        return 0;
    }
}
