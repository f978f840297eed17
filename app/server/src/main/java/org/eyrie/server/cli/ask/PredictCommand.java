package org.eyrie.server.cli.ask;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Explanations;
import org.eyrie.engine.ask.ForecastRow;
import org.eyrie.engine.ask.ItemAnswer;
import org.eyrie.engine.ask.ItemQuestion;
import org.eyrie.engine.ask.Predictions;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.LeftFile;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.ReportOption;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.naming.KnownNames;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.Wrapped;
import org.eyrie.server.report.PredictionReport;
import org.eyrie.server.report.Why;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "predict",
        description = {
            "Predicts scores with the latest fit.",
            "One row for every model asked for and every benchmark, measured or not; of all models where none is named."
                    + " Where a model was measured, it is predicted without that measurement.",
            "With --items: the items of one benchmark for one model, and from those it was run on the whole benchmark."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie predict --model Qwen/Qwen2.5-7B-Instruct",
            "  eyrie predict --models wanted.txt --benchmark IFEval --out predictions.csv",
            "  eyrie predict --format csv > check.csv",
            "  eyrie predict --models wanted.txt --report predictions.html",
            "  eyrie predict --model Qwen/Qwen2.5-7B-Instruct --no-leave-out",
            "  eyrie predict --model acme/mix-7b --items IFEval --observed fifty-items.csv"
        })
public final class PredictCommand extends DatabaseCommand {

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description = "Models: an id a line, or CSV with a column \"model\".")
    private @Nullable Path file;

    @Option(names = "--model", paramLabel = "ID", description = "A model; may be given several times.")
    private List<ModelId> named = List.of();

    @Option(
            names = "--benchmark",
            paramLabel = "NAME",
            description = "A benchmark; may be given several times. Default: all.")
    private List<BenchmarkId> benchmarks = List.of();

    @Option(
            names = "--leave-out",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Keep a cell's own measurement from its prediction, so that the two can be compared: the"
                    + " default. With --no-leave-out, predict a repetition of the measurement.")
    private boolean leaveOut = true;

    @Option(
            names = "--items",
            paramLabel = "NAME",
            description = "A benchmark: predict its items, one row each, for the one --model.")
    private @Nullable BenchmarkId items;

    @Option(
            names = "--observed",
            paramLabel = "FILE",
            description = "With --items: outcomes that count beside those in the database, as CSV with the columns item"
                    + " (position from 0) and correct (1 or 0).")
    private @Nullable Path observed;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there, as CSV unless --json is given.")
    private @Nullable Path out;

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public PredictCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (items == null && observed != null) {
            throw new WrongUseException("--observed needs --items: outcomes of which benchmark are they?");
        }
        if (items != null && (named.size() != 1 || file != null)) {
            throw new WrongUseException("--items needs exactly one --model.");
        }
        if (items != null && (!leaveOut || !benchmarks.isEmpty() || report.file() != null)) {
            throw new WrongUseException("--items goes with neither --benchmark, --no-leave-out nor --report.");
        }
        LeftFile.checkApart("--out", out, "--report", report.file());
        report.check();
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        if (items != null) {
            return runItems(session, items);
        }
        // What goes to a file is waited for, so that the file is whole or is not there.
        Cancellation cancellation = out == null && report.file() == null ? new Cancellation() : cancellation();
        Predictions predictions = Asking.of(session.stores()).predictions();
        List<ModelId> models = models(session);
        bar.at("predicting", 0, 0);
        List<ForecastRow> rows = file == null && named.size() == 1
                ? predictions.of(models.get(0), benchmarks, leaveOut).stream()
                        .map(forecast -> new ForecastRow(forecast.model(), forecast.benchmark(), forecast))
                        .toList()
                : predictions.ofMany(models, benchmarks, leaveOut);
        bar.wipe();
        cancellation.check();
        report.write(page(rows, session)::write, terminal().err());
        Table table = ForecastTable.of(rows);
        Path target = out;
        if (target == null && output.isBrief(terminal())) {
            ForecastBrief brief = ForecastBrief.of(rows);
            output.print(brief.table(), terminal());
            brief.remarks().stream()
                    .flatMap(remark -> Wrapped.lines(remark, terminal().width(), "    ").stream())
                    .forEach(terminal().out()::println);
            return 0;
        }
        if (target == null) {
            output.print(table, terminal());
        } else {
            write(table, target);
        }
        long without = rows.stream().filter(PredictCommand::unanswered).count();
        if (without > 0) {
            terminal()
                    .err()
                    .println(without + " of " + rows.size() + " rows have no prediction; their column"
                            + " \"warnings\" says why.");
        }
        return 0;
    }

    private int runItems(Session session, BenchmarkId benchmark) {
        ItemAnswer answer = Asking.of(session.stores())
                .items()
                .of(new ItemQuestion(
                        new KnownNames(session.stores().lineage()).meant(named.get(0)),
                        benchmark,
                        observed == null ? Map.of() : ItemList.outcomes(observed)));
        Path target = out;
        if (target != null) {
            write(ItemTables.items(answer), target);
        } else if (output.isJson()) {
            terminal().out().println(Json.pretty(answer));
            return 0;
        } else {
            output.print(ItemTables.items(answer), terminal());
        }
        // behind the rows, which may be many, and apart from them, so that CSV stays CSV
        terminal().err().println(ItemTables.sentence(answer));
        answer.warnings().forEach(terminal().err()::println);
        return 0;
    }

    private PredictionReport page(List<ForecastRow> rows, Session session) {
        Explanations explanations = Asking.of(session.stores()).explanations();
        return new PredictionReport(
                rows,
                row -> new Why(
                        explanations.of(row.model(), row.benchmark(), leaveOut),
                        session.stores().lineage().parents(row.model())),
                LocalDate.now(context().clock()));
    }

    private static boolean unanswered(ForecastRow row) {
        return row.forecast() == null || row.forecast().predicted() == null;
    }

    private List<ModelId> models(Session session) {
        KnownNames names = new KnownNames(session.stores().lineage());
        Set<ModelId> models = new LinkedHashSet<>();
        named.forEach(each -> models.add(names.meant(each)));
        if (file != null) {
            models.addAll(ModelList.read(file));
        }
        if (models.isEmpty()) {
            session.stores().lineage().everything().models().stream()
                    .map(Model::id)
                    .forEach(models::add);
        }
        return new ArrayList<>(models);
    }

    private void write(Table table, Path target) {
        LeftFile.write("--out", target, file -> output.printToFile(table, file));
        terminal().err().println("Wrote " + table.rows().size() + " rows to " + target + ".");
    }
}
