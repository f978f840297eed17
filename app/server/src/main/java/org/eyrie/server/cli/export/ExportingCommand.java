package org.eyrie.server.cli.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.eyrie.sources.export.ExportSource;
import org.eyrie.sources.export.Exported;
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

    /** Whether the format holds outcomes of items. */
    boolean holdsItems() {
        return false;
    }

    /** Writes to one stream. */
    abstract Exported write(ExportSource graph, Writer writer) throws IOException;

    /** Writes to a file; a format of several files makes a folder of it. */
    Exported write(ExportSource graph, Path path) throws IOException {
        List<Exported> written = new ArrayList<>();
        WholeFile.write(path, writer -> written.add(write(graph, writer)));
        return written.get(0);
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
        // A file is whole or not there at all; a pipe breaks off as pipes do.
        Cancellation cancellation = path == null ? new Cancellation() : cancellation();
        ExportSource graph = graph(session.stores(), cancellation);
        cancellation.check();
        Exported written;
        try {
            if (path == null) {
                written = write(graph, terminal().out());
                terminal().out().flush();
            } else {
                written = write(graph, path);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The export", List.of(new Fault(String.valueOf(path), "cannot be written: " + e)));
        }
        summarise(written, path);
        return 0;
    }

    private ExportSource graph(Stores stores, Cancellation cancellation) {
        if (settings.models().isEmpty()) {
            return Exporting.everything(stores, holdsItems(), cancellation::check);
        }
        GraphExport some = Exporting.withAncestors(stores, settings.models());
        return holdsItems() ? Exporting.withItems(stores, some) : some;
    }

    @Nullable
    Path out() {
        return settings.out();
    }

    private void summarise(Exported written, @Nullable Path path) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("models", written.models());
        summary.put("derivations", written.derivations());
        summary.put("scores", written.scores());
        summary.put("predictions", written.predictions());
        summary.put("recipes", written.recipes());
        if (settings.json()) {
            summary.put("path", String.valueOf(path));
            terminal().out().println(Json.pretty(summary));
        } else if (path != null) {
            terminal().err().println("Written to " + path + ": " + summary);
        }
    }
}
