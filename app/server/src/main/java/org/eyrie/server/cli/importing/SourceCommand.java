package org.eyrie.server.cli.importing;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.out.FileTrouble;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.registry.Network;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;

/** A command that imports one source. */
abstract class SourceCommand extends DatabaseCommand {

    SourceCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    abstract ImportMode mode();

    /** What to import. */
    abstract Source source(Session session, Importing importing) throws IOException;

    @Override
    protected final int run(Session session, ProgressBar bar) {
        try {
            return run(session, new Importing(context(), session, bar, mode()));
        } catch (UnreadableException e) {
            throw refused(String.valueOf(e.place()), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refused("input", "It cannot be read: " + FileTrouble.of(e) + ".");
        }
    }

    int run(Session session, Importing importing) throws IOException {
        return importing.run(source(session, importing));
    }

    /** How other servers are reached. */
    final Network network() {
        return Network.of(context().environment(), context().clock());
    }

    private static InvalidInputException refused(String where, String reason) {
        return new InvalidInputException("The import", List.of(new Fault(where, reason)));
    }
}
