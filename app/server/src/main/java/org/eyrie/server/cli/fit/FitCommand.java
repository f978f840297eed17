package org.eyrie.server.cli.fit;

import java.nio.file.Path;
import java.util.Optional;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.engine.fit.ItemTies;
import org.eyrie.model.Fit;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fit",
        description = {
            "Learns from everything in the database and predicts every score of every model.",
            "Benchmarks that 30 models are known item by item on are learned item by item too."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie fit",
            "  eyrie fit --force",
            "  eyrie fit --seed 7 --json",
            "  eyrie fit --items-alike neighbours --item-embeddings vectors.csv"
        })
public final class FitCommand extends DatabaseCommand {

    @Option(names = "--seed", paramLabel = "N", description = "Equal seeds give equal fits. Default: ${DEFAULT-VALUE}.")
    private long seed = FitSettings.USUAL.seed();

    @Option(
            names = "--items-alike",
            paramLabel = "BY",
            description = "Which items are expected to be alike: ${COMPLETION-CANDIDATES}. benchmark: those of a"
                    + " benchmark and subtask; neighbours: and more so those with near embeddings."
                    + " Default: ${DEFAULT-VALUE}.")
    private ItemTies.Kind alike = ItemTies.Kind.BENCHMARK;

    @Option(
            names = "--item-embeddings",
            paramLabel = "FILE",
            description =
                    "For neighbours: CSV with a header, columns benchmark, item (position from 0) and the numbers.")
    private @Nullable Path embeddings;

    @Option(
            names = "--item-neighbours",
            paramLabel = "K",
            description = "For neighbours: how many each item has. Default: ${DEFAULT-VALUE}.")
    private int neighbours = 10;

    @Option(
            names = "--item-subtasks",
            paramLabel = "FILE",
            description = "CSV with a header, columns benchmark, item and subtask.")
    private @Nullable Path subtasks;

    @Option(
            names = "--force",
            description = "Fit even where nothing was written since the latest fit, which would be the same again.")
    private boolean force;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    public FitCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if ((alike == ItemTies.Kind.NEIGHBOURS) != (embeddings != null)) {
            throw new WrongUseException("--items-alike neighbours and --item-embeddings belong together.");
        }
        if (alike == ItemTies.Kind.NONE && subtasks != null) {
            throw new WrongUseException(
                    "--item-subtasks says which items are alike, --items-alike none that none are.");
        }
        if (neighbours < 1 || neighbours > 1_000) {
            throw new WrongUseException("--item-neighbours must be from 1 to 1000, not " + neighbours + ".");
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        Cancellation cancellation = cancellation();
        ItemTies ties = ItemTiesFiles.read(alike, embeddings, subtasks, neighbours);
        long start = System.nanoTime();
        Fitting fitting = new Fitting(session.stores(), context().clock());
        FitSettings settings = new FitSettings(seed, ties);
        Optional<Fit> current = force ? Optional.empty() : fitting.current(settings);
        Fit fit = current.orElseGet(() -> fitting.fit(settings, Progress.of(bar::at, cancellation::requested)));
        bar.wipe();
        FitSummary summary = FitSummary.of(
                fit,
                current.isPresent(),
                (System.nanoTime() - start) / 1e9,
                session.stores().scores());
        terminal().out().println(json ? Json.pretty(summary) : summary.inWords());
        return 0;
    }
}
