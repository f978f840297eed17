package org.eyrie.server.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.engine.ask.Asking;
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
import org.eyrie.server.cli.serve.ModelOptions;
import org.eyrie.server.cli.serve.Serving;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.registry.Registries;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Starts an embedded Neo4j with a sample of well-known open models, fits, prints a lineage and how"
                    + " predictions of unseen models compare with what they scored, and serves the page until Ctrl-C.",
            "Its data folder is apart from your own."
        },
        footer = {"", "Examples:", "  eyrie demo", "  eyrie demo --once", "  eyrie demo --port 9000"})
public final class DemoCommand extends DatabaseCommand {

    /** A fine-tune of a merge of merges: its ancestry fits a screen. */
    private static final ModelId SHOWN = new ModelId("mlabonne/NeuralBeagle14-7B");

    private static final int HOPS = 12;

    @Option(names = "--once", description = "End after the printout.")
    private boolean once;

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private ModelOptions models = new ModelOptions();

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
        FirstScreen.print(Asking.of(stores).predictions().unseen(), out);
        out.println();
        out.flush();
        if (once) {
            out.println("These answer while the demo runs without --once:");
            session.addresses().forEach((what, address) -> out.println(what + "  " + address));
        } else {
            new Serving(context(), session)
                    .untilStopped(listen, models, choice(globals).dataFolder(), asking -> Registries.NONE, out);
        }
        return 0;
    }
}
