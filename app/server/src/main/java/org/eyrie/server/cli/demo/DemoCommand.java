package org.eyrie.server.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.Forecast;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.cli.lineage.LineageTrees;
import org.eyrie.server.cli.serve.ListenOptions;
import org.eyrie.server.cli.serve.Serving;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.TextTable;
import org.eyrie.server.registry.Registries;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Starts an embedded Neo4j with a sample of well-known open models, fits, prints a first prediction, and serves"
                    + " the page until Ctrl-C.",
            "Its data folder is apart from your own."
        },
        footer = {"", "Examples:", "  eyrie demo", "  eyrie demo --once", "  eyrie demo --port 9000"})
public final class DemoCommand extends DatabaseCommand {

    /** A fine-tune of a merge of merges, measured on everything: its prediction can be held against the truth. */
    private static final ModelId SHOWN = new ModelId("mlabonne/NeuralBeagle14-7B");

    private static final int HOPS = 12;

    @Option(names = "--once", description = "End after the printout.")
    private boolean once;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    private final GlobalOptions globals;

    public DemoCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
        this.globals = globals;
    }

    @Override
    protected void check() {
        if (globals.neo4jGiven()) {
            throw new WrongUseException("The demo has a Neo4j of its own. For yours, use: eyrie serve --neo4j-uri URI");
        }
    }

    @Override
    protected DatabaseChoice choice(GlobalOptions options) {
        DatabaseChoice own = super.choice(options).alone();
        Path folder = own.dataFolder().toAbsolutePath();
        return own.embeddedIn(options.dataGiven() ? folder : folder.resolveSibling(folder.getFileName() + "-demo"));
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        Stores stores = session.stores();
        Cancellation cancellation = cancellation();
        bar.at("importing the sample", 0, 0);
        BundledSample.importInto(stores, context().clock());
        cancellation.check();
        new Fitting(stores, context().clock()).fit(FitSettings.USUAL, Progress.of(bar::at, cancellation::requested));
        bar.wipe();
        PrintWriter out = terminal().out();
        out.println();
        new LineageTrees(out).print(SHOWN, stores.lineage().ancestry(SHOWN, HOPS), List.of());
        out.println();
        out.println("Each score predicted without its own measurement, from relatives and the model's other scores:");
        out.println();
        TextTable.print(table(Asking.of(stores).predictions().of(SHOWN, List.of(), true)), out);
        out.println();
        out.flush();
        if (once) {
            out.println("These answer while the demo runs without --once:");
            session.addresses().forEach((what, address) -> out.println(what + "  " + address));
        } else {
            new Serving(context(), session).untilStopped(listen, asking -> Registries.NONE, out);
        }
        return 0;
    }

    private static Table table(List<Forecast> forecasts) {
        Table table = new Table("benchmark", "measured", "predicted", "90 % interval", "baseline");
        for (Forecast forecast : forecasts) {
            if (forecast.predicted() == null && forecast.measured() == null) {
                continue;
            }
            Estimate predicted = forecast.predicted();
            table.row(
                    forecast.benchmark(),
                    rounded(forecast.measured()),
                    predicted == null ? "" : rounded(predicted.mean()),
                    predicted == null ? "" : rounded(predicted.lower()) + " to " + rounded(predicted.upper()),
                    rounded(forecast.baseline()));
        }
        return table;
    }

    private static String rounded(@Nullable Double score) {
        return score == null ? "" : String.format(Locale.ROOT, "%.3f", score);
    }
}
