package org.eyrie.server.cli.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Stores;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.export.Exporting;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.WholeFile;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.export.GraphExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command that writes the graph in a format of others. */
abstract class ExportingCommand extends DatabaseCommand {

    @Mixin
    private ExportSettings settings = new ExportSettings();

    ExportingCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    /** What else the format holds. */
    GraphExport completed(Stores stores, GraphExport graph) {
        return graph;
    }

    /** Writes to one stream. */
    abstract void write(GraphExport graph, Writer writer) throws IOException;

    /** Writes to a file; a format of several files makes a folder of it. */
    void write(GraphExport graph, Path path) throws IOException {
        WholeFile.write(path, writer -> write(graph, writer));
    }

    @Override
    protected void check() {
        if (settings.json() && settings.out() == null) {
            throw new WrongUseException("Standard output takes the export or its summary: say --out with --json.");
        }
    }

    @Override
    protected final int run(Session session, ProgressBar bar) {
        Path path = settings.out();
        // A folder of tables that is begun is written to its end; a pipe breaks off as pipes do.
        Cancellation cancellation = path == null ? new Cancellation() : cancellation();
        GraphExport graph = completed(
                session.stores(),
                settings.models().isEmpty()
                        ? Exporting.everything(session.stores())
                        : Exporting.withAncestors(session.stores(), settings.models()));
        cancellation.check();
        try {
            if (path == null) {
                write(graph, terminal().out());
                terminal().out().flush();
            } else {
                write(graph, path);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The export", List.of(new Fault(String.valueOf(path), "cannot be written: " + e)));
        }
        summarise(graph, path);
        return 0;
    }

    @Nullable
    Path out() {
        return settings.out();
    }

    private void summarise(GraphExport graph, @Nullable Path path) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("models", graph.models().size());
        summary.put("derivations", graph.derivations().size());
        summary.put("scores", graph.evaluations().size());
        summary.put("predictions", graph.predictions().size());
        summary.put("recipes", graph.recipes().size());
        if (settings.json()) {
            summary.put("path", String.valueOf(path));
            terminal().out().println(Json.pretty(summary));
        } else if (path != null) {
            terminal().err().println("Written to " + path + ": " + summary);
        }
    }
}
