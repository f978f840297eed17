package org.eyrie.server.cli.history;

import java.io.PrintWriter;
import org.eyrie.model.Forgotten;
import org.eyrie.model.HistoryStore;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.TextTable;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "forget",
        description = {
            "Takes back what came in wrong: an import, all that is from a source, or what is known of a model.",
            "Says what would go and changes nothing, unless --yes is given. What an import changed is again what it was; what a"
                    + " later one changed since stays, and is listed. What a later one merely found as it was goes too:"
                    + " import that again."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie imports                     which there are",
            "  eyrie forget --import 7           what taking it back would do",
            "  eyrie forget --import 7 --yes     takes it back",
            "  eyrie forget --source /runs/exp-a/scores.csv",
            "  eyrie forget --model acme/mix-7b --yes"
        })
public final class ForgetCommand extends DatabaseCommand {

    private static final int LISTED = 20;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private @Nullable What what;

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Option(names = "--json", description = "Print what goes as JSON.")
    private boolean json;

    public ForgetCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    /** One of three. */
    static final class What {

        @Option(names = "--import", paramLabel = "N", description = "The number of an import.")
        private @Nullable Long number;

        @Option(
                names = "--source",
                paramLabel = "S",
                description = "What facts were read from, as \"eyrie imports\" and recorded_from have it.")
        private @Nullable String source;

        @Option(
                names = "--model",
                paramLabel = "ID",
                description =
                        "A model: its traits, own parents, scores and recipe. It stays, by its name alone, where others"
                                + " were made from it.")
        private @Nullable ModelId model;

        private Forgotten from(HistoryStore history, boolean dryRun) {
            if (number != null) {
                return history.undo(number, dryRun);
            }
            return source != null ? history.forget(source, dryRun) : history.forget(Required.of(model), dryRun);
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        Forgotten forgotten = Required.of(what).from(session.stores().history(), !yes);
        PrintWriter out = terminal().out();
        if (json) {
            out.println(Json.pretty(forgotten));
        } else {
            print(forgotten, out);
        }
        return 0;
    }

    private static void print(Forgotten forgotten, PrintWriter out) {
        Forgotten.Counts removed = forgotten.removed();
        Forgotten.Counts restored = forgotten.restored();
        Table table = new Table("", "removed", "as before");
        table.row("models", removed.models(), restored.models());
        table.row("derivations", removed.derivations(), restored.derivations());
        table.row("benchmarks", removed.benchmarks(), restored.benchmarks());
        table.row("scores", removed.scores(), restored.scores());
        table.row("recipes", removed.recipes(), restored.recipes());
        TextTable.print(table, out);
        if (forgotten.stubs() > 0) {
            out.println(
                    "Models of which only the name stays, because something else speaks of them: " + forgotten.stubs());
        }
        if (forgotten.predictions() > 0) {
            out.println("Predictions that go with them: " + forgotten.predictions());
        }
        if (forgotten.kept() > 0) {
            out.println("Facts that stay because others wrote them too: " + forgotten.kept());
        }
        forgotten.listed().stream().limit(LISTED).forEach(fact -> out.println("  " + fact));
        if (forgotten.kept() > LISTED) {
            out.println("  ... and " + (forgotten.kept() - LISTED) + " more; --json lists them");
        }
        out.println(
                forgotten.dryRun()
                        ? "Nothing was changed; --yes does it."
                        : "Done. A fit that rests on it is older than the data now: eyrie fit makes a new one.");
    }
}
