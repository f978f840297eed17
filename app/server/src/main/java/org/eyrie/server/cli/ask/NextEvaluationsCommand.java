package org.eyrie.server.cli.ask;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.ask.AskedBenchmarks;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.EvaluationChoice;
import org.eyrie.engine.ask.EvaluationQuestion;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.LineageStore;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.naming.KnownNames;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "next-evaluations",
        description = {
            "Which model to run on which benchmark next, by what it would tell per cost.",
            "How good is a model (--model): the run that takes most of the variance of its scores, of the model itself or"
                    + " of a relative. Who is best (--best-on): the run that lifts the expected score of the one you take"
                    + " most. Each run stands alone: bring it in, then ask again. Nothing is written."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie next-evaluations --model acme/mix-7b --benchmark IFEval --benchmark BBH",
            "  eyrie next-evaluations --model acme/mix-7b --costs minutes.csv --count 5",
            "  eyrie next-evaluations --best-on IFEval --family acme/base-7b",
            "  eyrie next-evaluations --best-on IFEval=2 --best-on BBH --among models.txt --json"
        })
public final class NextEvaluationsCommand extends DatabaseCommand {

    @Option(names = "--model", paramLabel = "ID", description = "The model: how good is it?")
    private @Nullable ModelId model;

    @Option(
            names = "--benchmark",
            paramLabel = "NAME",
            description = "On what, with --model; may be given several times. Default: all it was not measured on.")
    private List<BenchmarkId> benchmarks = List.of();

    @Option(
            names = "--best-on",
            paramLabel = "NAME[=W]",
            description = "Who is best on it? May be given several times, with weights in the mean.")
    private List<WeightedBenchmark> bestOn = List.of();

    @Option(
            names = "--family",
            paramLabel = "ID",
            description = "With --best-on: choose from everything related to this model. Default: from all models.")
    private @Nullable ModelId family;

    @Option(
            names = "--among",
            paramLabel = "FILE",
            description =
                    "With --best-on: choose from the models a file names, an id a line, or CSV with a column model.")
    private @Nullable Path among;

    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description = "What running benchmarks costs, as CSV with the columns benchmark and cost; no others are"
                    + " proposed then. Default: their numbers of items.")
    private @Nullable Path costs;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many runs to propose at most. Default: ${DEFAULT-VALUE}.")
    private int count = 10;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public NextEvaluationsCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if ((model == null) == bestOn.isEmpty()) {
            throw new WrongUseException(
                    "Ask one question: --model ID, how good it is, or --best-on NAME, who is best.");
        }
        if (model == null && !benchmarks.isEmpty()) {
            throw new WrongUseException("--benchmark belongs to --model: --best-on names its own.");
        }
        if (model != null && (family != null || among != null)) {
            throw new WrongUseException("--family and --among belong to --best-on.");
        }
        if (family != null && among != null) {
            throw new WrongUseException("Give --family or --among, not both.");
        }
        if (count < 1 || count > EvaluationQuestion.MOST_COUNT) {
            throw new WrongUseException(
                    "--count must be from 1 to " + EvaluationQuestion.MOST_COUNT + ", not " + count + ".");
        }
        for (WeightedBenchmark wanted : bestOn) {
            if (!(wanted.weight() > 0 && wanted.weight() <= Double.MAX_VALUE)) {
                throw new WrongUseException(
                        "The weight of " + wanted.benchmark() + " must be above 0, not " + wanted.weight() + ".");
            }
        }
        if (weights().size() < bestOn.size()) {
            throw new WrongUseException("A --best-on stands twice: add up its weights.");
        }
    }

    private Map<BenchmarkId, Double> weights() {
        Map<BenchmarkId, Double> weights = new LinkedHashMap<>();
        bestOn.forEach(wanted -> weights.put(wanted.benchmark(), wanted.weight()));
        return weights;
    }

    private EvaluationQuestion question(LineageStore lineage, AskedBenchmarks asked) {
        WeightedBenchmark.checkNumbers(bestOn, asked);
        Map<BenchmarkId, Double> known = costs == null ? Map.of() : BenchmarkCosts.read(costs, asked);
        if (model != null) {
            return EvaluationQuestion.howGood(
                    new KnownNames(lineage).meant(Required.of(model)), benchmarks, known, count);
        }
        List<ModelId> named = among == null ? List.of() : ModelList.known(among, lineage);
        return new EvaluationQuestion(null, weights(), named, family, known, count);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        EvaluationQuestion question = question(
                session.stores().lineage(),
                AskedBenchmarks.among(session.stores().scores().benchmarks()));
        EvaluationChoice choice = Asking.of(session.stores()).nextEvaluations().ask(question);
        bar.wipe();
        switch (output.format()) {
            case JSON -> terminal().out().println(Json.pretty(choice));
            case CSV -> output.print(EvaluationTables.runs(choice), terminal());
            case TABLE -> {
                terminal().out().println(EvaluationTables.now(choice) + "\n");
                output.print(EvaluationTables.runs(choice), terminal());
                EvaluationTables.measured(choice).forEach(terminal().out()::println);
            }
        }
        terminal().out().flush();
        choice.warnings().forEach(terminal().err()::println);
        return 0;
    }
}
