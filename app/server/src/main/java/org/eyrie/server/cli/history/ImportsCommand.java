package org.eyrie.server.cli.history;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.eyrie.model.HistoryStore;
import org.eyrie.model.PastImport;
import org.eyrie.model.UnknownImportException;
import org.eyrie.model.WriteSummary;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "imports",
        description = {
            "Lists what was imported, the last one first, or shows one of them with its notes.",
            "An import that found everything as it was is none of them. What is listed can be taken back: eyrie forget --help"
        },
        footer = {"", "Examples:", "  eyrie imports", "  eyrie imports 7", "  eyrie imports --limit 5 --json"})
public final class ImportsCommand extends DatabaseCommand {

    @Parameters(arity = "0..1", paramLabel = "N", description = "The number of the one to show.")
    private @Nullable Long number;

    @Option(names = "--limit", paramLabel = "N", description = "How many to list. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ImportsCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (limit < 1) {
            throw new WrongUseException("--limit must be at least 1, not " + limit);
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        HistoryStore history = session.stores().history();
        PrintWriter out = terminal().out();
        if (number != null) {
            long wanted = number;
            show(history.find(wanted).orElseThrow(() -> new UnknownImportException(wanted)), out);
            return 0;
        }
        List<PastImport> imports = history.imports(Long.MAX_VALUE, limit);
        if (output.isJson()) {
            out.println(Json.pretty(imports));
            return 0;
        }
        Table table = new Table("import", "started", "state", "created", "changed", "notes", "source");
        for (PastImport each : imports) {
            WriteSummary.Counts all = sum(each.written());
            table.row(
                    each.number(),
                    each.startedAt().truncatedTo(ChronoUnit.SECONDS),
                    state(each),
                    all.created(),
                    all.changed(),
                    each.notes().size(),
                    each.source());
        }
        output.print(table, terminal());
        return 0;
    }

    private void show(PastImport known, PrintWriter out) {
        if (output.isJson()) {
            out.println(Json.pretty(known));
            return;
        }
        out.println("Import " + known.number() + " of " + known.source() + ", " + state(known));
        out.println("Started " + known.startedAt().truncatedTo(ChronoUnit.SECONDS)
                + (known.finishedAt() == null
                        ? ", did not end"
                        : ", ended " + known.finishedAt().truncatedTo(ChronoUnit.SECONDS)));
        Table table = new Table("", "created", "changed");
        row(table, "models", known.written().models());
        row(table, "derivations", known.written().derivations());
        row(table, "benchmarks", known.written().benchmarks());
        row(table, "scores", known.written().evaluations());
        row(table, "recipes", known.written().recipes());
        output.print(table, terminal());
        known.notes().forEach(note -> out.println("note: " + note));
        if (known.state() != PastImport.State.UNDONE) {
            out.println("What taking it back would do: eyrie forget --import " + known.number());
        }
    }

    private static void row(Table table, String kind, WriteSummary.Counts counts) {
        table.row(kind, counts.created(), counts.changed());
    }

    private static WriteSummary.Counts sum(WriteSummary written) {
        return written.models()
                .plus(written.derivations())
                .plus(written.benchmarks())
                .plus(written.evaluations())
                .plus(written.recipes());
    }

    private static String state(PastImport known) {
        return switch (known.state()) {
            case RUNNING -> "runs or broke off";
            case FINISHED -> known.state().name().toLowerCase(Locale.ROOT);
            case UNDOING -> "taken back in part";
            case UNDONE -> "taken back";
        };
    }
}
