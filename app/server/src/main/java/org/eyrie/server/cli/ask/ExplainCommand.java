package org.eyrie.server.cli.ask;

import java.io.PrintWriter;
import java.util.Locale;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.ExplainedForecast;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.json.Json;
import org.eyrie.server.naming.KnownNames;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "explain",
        description = {
            "Tells which relatives and which own scores made a prediction.",
            "Contributions are on the scale of logits and add up to the prediction."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie explain --model acme/mix-7b --benchmark IFEval",
            "  eyrie explain --model acme/mix-7b --benchmark IFEval --no-leave-out --top 5"
        })
public final class ExplainCommand extends DatabaseCommand {

    @Option(names = "--model", required = true, paramLabel = "ID", description = "Whose prediction.")
    private @Nullable ModelId model;

    @Option(names = "--benchmark", required = true, paramLabel = "NAME", description = "On what.")
    private @Nullable BenchmarkId benchmark;

    @Option(
            names = "--leave-out",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Keep the model's own measurement there from the prediction: the default. With"
                    + " --no-leave-out, explain the prediction of its repetition.")
    private boolean leaveOut = true;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many contributions to print. Default: ${DEFAULT-VALUE}.")
    private int top = 15;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ExplainCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        ModelId whose = new KnownNames(session.stores().lineage()).meant(Required.of(model));
        BenchmarkId column = Required.of(benchmark);
        ExplainedForecast explanation =
                Asking.of(session.stores()).explanations().of(whose, column, leaveOut);
        switch (output.format()) {
            case JSON -> terminal().out().println(Json.pretty(explanation));
            case CSV -> output.print(table(explanation, Integer.MAX_VALUE), terminal());
            case TABLE -> {
                head(explanation.forecast(), terminal().out());
                output.print(table(explanation, top), terminal());
                int left = explanation.contributions().size() - top;
                if (left > 0) {
                    double together = explanation.contributions().stream()
                            .skip(top)
                            .mapToDouble(ExplainedForecast.Contribution::logit)
                            .sum();
                    terminal().out().printf(Locale.ROOT, "... and %d smaller ones, together %.3f%n", left, together);
                }
            }
        }
        return 0;
    }

    private static void head(Forecast forecast, PrintWriter out) {
        Estimate predicted = Required.of(forecast.predicted());
        out.printf(
                Locale.ROOT,
                "%s on %s: %.3f (%.0f %%: %.3f to %.3f)%s, from %d measured relatives and %d own scores%n%n",
                forecast.model(),
                forecast.benchmark(),
                predicted.mean(),
                100 * predicted.level(),
                predicted.lower(),
                predicted.upper(),
                measured(forecast),
                forecast.evidence().relativesMeasured(),
                forecast.evidence().ownScores());
    }

    private static String measured(Forecast forecast) {
        return forecast.measured() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %s the measured %.3f",
                        forecast.leftOut() ? "without" : "with",
                        forecast.measured());
    }

    private static Table table(ExplainedForecast explanation, int limit) {
        Table table = new Table("contribution", "kind", "what", "score");
        explanation.contributions().stream()
                .limit(limit)
                .forEach(part -> table.row(
                        part.logit(), part.kind().name().toLowerCase(Locale.ROOT), part.what(), part.score()));
        return table;
    }
}
