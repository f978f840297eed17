package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.leaderboard.LeaderboardFiles;
import org.eyrie.sources.leaderboard.ScoreColumns;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "leaderboard",
        description = {
            "Models, derivations, scores, and whatever else eyrie export csv writes, from CSV files, any of them.",
            "A file with bad rows is refused whole, with every bad row listed, unless --skip-bad-rows is given."
        },
        footer = {
            "",
            "Columns (UTF-8, a header line, in any order; commas, semicolons, tabs between):",
            "  models      model, architecture, parameters_billions, type, precision,",
            "              chat_template, moe, uploaded, license, revision",
            "  edges       child, parent, relation, weight, evidence",
            "  scores      model, benchmark, score (0 to 1, or 61.2%%), items, stderr, source,",
            "              measured_at",
            "  benchmarks  benchmark, items, task, metric, filter, harness, task_version,",
            "              n_shot, chat_template",
            "  recipes     model, method, recipe (word for word), weight_rule, source",
            "",
            "Examples:",
            "  eyrie import leaderboard --models models.csv --edges edges.csv --scores scores.csv",
            "  eyrie import leaderboard --scores new.csv --dry-run",
            "  eyrie import leaderboard --scores wide.csv --score-columns ARC,HellaSwag --percent"
        })
final class ImportLeaderboardCommand extends FileImportCommand {

    @Option(names = "--models", paramLabel = "FILE", description = "What is known of models.")
    private @Nullable Path models;

    @Option(names = "--edges", paramLabel = "FILE", description = "Who was made from whom.")
    private @Nullable Path edges;

    @Option(names = "--scores", paramLabel = "FILE", description = "What was measured.")
    private @Nullable Path scores;

    @Option(names = "--benchmarks", paramLabel = "FILE", description = "How tasks are run.")
    private @Nullable Path benchmarks;

    @Option(names = "--recipes", paramLabel = "FILE", description = "How merges were made.")
    private @Nullable Path recipes;

    @Option(
            names = "--percent",
            description = "Every score of the table is in per cent. Not needed where a sign of per cent follows each.")
    private boolean percent;

    @Option(
            names = "--score-columns",
            split = ",",
            paramLabel = "NAME",
            description = "The table of scores has a column for each benchmark: these, with commas between.")
    private List<String> scoreColumns = List.of();

    @Option(names = "--new-models", description = "Take models that nobody knows as new ones, rather than as misspelt.")
    private boolean newModels;

    ImportLeaderboardCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (models == null && edges == null && scores == null && benchmarks == null && recipes == null) {
            throw new WrongUseException(
                    "Give at least one of --models, --edges, --scores, --benchmarks and --recipes.");
        }
        if (scores == null && (percent || !scoreColumns.isEmpty())) {
            throw new WrongUseException("--percent and --score-columns say how the table of --scores is to be read.");
        }
    }

    @Override
    List<Path> files() {
        return Stream.of(models, edges, scores, benchmarks, recipes)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    Source source(Session session, Importing importing) {
        LeaderboardFiles files = new LeaderboardFiles(
                input(models),
                input(benchmarks),
                input(edges),
                input(scores),
                input(recipes),
                new ScoreColumns(percent, scoreColumns));
        return newModels ? files.where(UnknownModels.BECOME_STUBS) : files;
    }

    private static @Nullable Input input(@Nullable Path file) {
        return file == null ? null : Input.of(file);
    }
}
