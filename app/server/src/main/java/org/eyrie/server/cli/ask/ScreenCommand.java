package org.eyrie.server.cli.ask;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.engine.ask.AskedBenchmarks;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.engine.ask.Screened;
import org.eyrie.engine.ask.ScreenedCandidate;
import org.eyrie.engine.ask.ScreeningQuestion;
import org.eyrie.model.BenchmarkId;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.ReportOption;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.screening.EffectScreen;
import org.eyrie.server.screening.ModelFolders;
import org.eyrie.server.screening.ProgrammedPlan;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "screen",
        description = {
            "Which of many planned or unevaluated models to evaluate, so that the best of them is found.",
            "All candidates are judged jointly: those that err together need not all be run. Nothing is written.",
            "With --weights, plans that say how they would be made are judged by what they would do to their parents too."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie screen --candidates plans.jsonl --benchmark IFEval --budget 5",
            "  eyrie screen --candidates recipes/ --benchmark IFEval=2 --benchmark \"MATH Lvl 5\" --budget 10",
            "  eyrie screen --candidates plans.jsonl --candidates recipes/ --benchmark BBH --budget 3 --json",
            "  eyrie screen --candidates plans.jsonl --benchmark BBH --budget 3 --weights /models",
            "  eyrie screen --candidates recipes/ --benchmark IFEval --budget 5 --report screened.html",
            "",
            "A file of candidates has a JSON object a line, such as:",
            "  {\"parents\": [{\"id\": \"acme/a-7b\", \"weight\": 0.7}, {\"id\": \"acme/b-7b\", \"weight\": 0.3}]}",
            "  {\"parents\": [\"acme/a-7b\"], \"id\": \"acme/a-7b-dpo\", \"traits\": {\"chatTemplate\": true}}",
            "  {\"program\": \"base + .6 * tau(1) + .4 * tau(2)\", \"base\": \"acme/seed\", \"parents\": [\"acme/a\", \"acme/b\"]}",
            "  {\"model\": \"acme/mix-7b\"}"
        })
public final class ScreenCommand extends DatabaseCommand {

    @Option(
            names = "--candidates",
            required = true,
            paramLabel = "FILE",
            description = "What to choose from: JSON, an object a line; a merge configuration of mergekit (.yml); or a"
                    + " folder of such configurations. May be given several times.")
    private List<Path> files = List.of();

    @Option(
            names = "--benchmark",
            required = true,
            paramLabel = "NAME[=W]",
            description = "What they are to be good at, with its weight in the mean; may be given several times.")
    private List<WeightedBenchmark> benchmarks = List.of();

    @Option(names = "--budget", required = true, paramLabel = "K", description = "How many can be evaluated.")
    private int budget;

    @Option(
            names = "--weights",
            paramLabel = "DIR",
            description = {
                "Where weights of base, parents and evaluated merges of them lie, under their whole names or the part after"
                        + " the slash.",
                "A program, or a recipe of task_arithmetic with one weight a model, is merged without being kept: its shares"
                        + " are then read off, and with "
                        + EffectScreen.LEAST_SIBLINGS
                        + " evaluated models of the same parents there its mean is foretold."
            })
    private @Nullable Path folder;

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ScreenCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (budget < 1) {
            throw new WrongUseException("--budget must be at least 1, not " + budget + ".");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new WrongUseException("--weights: " + folder + " is no folder.");
        }
        for (WeightedBenchmark wanted : benchmarks) {
            if (!(wanted.weight() > 0 && wanted.weight() <= Double.MAX_VALUE)) {
                throw new WrongUseException(
                        "The weight of " + wanted.benchmark() + " must be above 0, not " + wanted.weight() + ".");
            }
        }
        if (weights().size() < benchmarks.size()) {
            throw new WrongUseException("A --benchmark stands twice: add up its weights.");
        }
        report.check();
    }

    private Map<BenchmarkId, Double> weights() {
        Map<BenchmarkId, Double> weights = new LinkedHashMap<>();
        benchmarks.forEach(wanted -> weights.put(wanted.benchmark(), wanted.weight()));
        return weights;
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        Asking asking = Asking.of(session.stores());
        WeightedBenchmark.checkNumbers(
                benchmarks, AskedBenchmarks.among(session.stores().scores().benchmarks()));
        List<ProgrammedPlan> programs = new ArrayList<>();
        List<Candidate> candidates =
                CandidateFiles.read(files, session.stores().lineage(), asking.screening(), programs);
        EffectPart effects = EffectPart.NONE;
        if (folder != null) {
            Cancellation cancellation = cancellation();
            effects = EffectPart.of(
                    new EffectScreen(session.stores(), new ModelFolders(folder), weights()),
                    candidates,
                    programs,
                    budget,
                    Progress.of(bar::at, cancellation::requested));
        }
        List<Candidate> judged = effects.plans(candidates);
        Screened screened = asking.screening().ask(new ScreeningQuestion(judged, weights(), budget), Progress.NONE);
        bar.wipe();
        report.write(
                new ScreenPage(asking, session.stores(), judged)
                        .of(
                                screened,
                                weights(),
                                effects,
                                LocalDate.now(context().clock()))::write,
                terminal().err());
        if (output.isJson()) {
            terminal().out().println(Json.pretty(folder == null ? screened : effects.json(screened)));
            terminal().out().flush();
            return 0;
        }
        output.print(table(screened), () -> brief(screened), terminal());
        if (output.format() == OutputOptions.Format.TABLE) {
            terminal().out().println("\n" + summary(screened));
            if (folder != null) {
                effects.print(terminal().out());
            }
            terminal().out().flush();
            screened.warnings().forEach(terminal().err()::println);
            long others = screened.candidates().stream()
                    .filter(candidate -> !candidate.warnings().isEmpty())
                    .count();
            if (others > 0) {
                terminal()
                        .err()
                        .println(others
                                + (others == 1
                                        ? " candidate has warnings of its own: --json has them."
                                        : " candidates have warnings of their own: --json has them."));
            }
        }
        return 0;
    }

    private static Table table(Screened screened) {
        Table table = new Table(
                "evaluate",
                "candidate",
                "predicted",
                "lower",
                "upper",
                "level",
                "p_best",
                "p_beats_best_parent",
                "best_parent",
                "best_parent_score",
                "best_parent_measured");
        for (ScreenedCandidate candidate : screened.candidates()) {
            var predicted = candidate.predicted();
            table.row(
                    candidate.turn(),
                    candidate.candidate(),
                    predicted == null ? null : predicted.mean(),
                    predicted == null ? null : predicted.lower(),
                    predicted == null ? null : predicted.upper(),
                    predicted == null ? null : predicted.level(),
                    candidate.chanceToBeBest(),
                    candidate.chanceToBeatBestParent(),
                    candidate.bestParent(),
                    candidate.bestParentScore(),
                    candidate.bestParent() == null ? null : candidate.bestParentMeasured());
        }
        return table;
    }

    private static Table brief(Screened screened) {
        Table table =
                new Table("evaluate", "candidate", "predicted", "interval", "is best", "beats best", "best parent");
        for (ScreenedCandidate candidate : screened.candidates()) {
            var predicted = candidate.predicted();
            table.row(
                    candidate.turn(),
                    candidate.candidate(),
                    predicted == null ? null : predicted.mean(),
                    ForecastBrief.interval(predicted),
                    percent(candidate.chanceToBeBest()),
                    percent(candidate.chanceToBeatBestParent()),
                    candidate.bestParent());
        }
        return table;
    }

    private static @Nullable String percent(@Nullable Double chance) {
        return chance == null ? null : String.format(Locale.ROOT, "%.0f %%", 100 * chance);
    }

    private static String summary(Screened screened) {
        return String.format(
                Locale.ROOT,
                "Best expected of the %d to evaluate: %.4f. Of those with the highest predictions: %.4f (%+.4f),"
                        + " of as many at random: %.4f (%+.4f), of all: %.4f.",
                screened.evaluate().size(),
                screened.expectedBest(),
                screened.expectedOfHighestMeans(),
                screened.expectedOfHighestMeans() - screened.expectedBest(),
                screened.expectedAtRandom(),
                screened.expectedAtRandom() - screened.expectedBest(),
                screened.expectedOfAll());
    }
}
