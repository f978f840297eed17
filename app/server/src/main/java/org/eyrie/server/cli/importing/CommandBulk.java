package org.eyrie.server.cli.importing;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.BulkImport;
import org.eyrie.model.BulkImports;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Provenance;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;

/** Imports that a command loads whole, as its {@code --bulk} says. */
final class CommandBulk implements BulkImports {

    /** Facts that transactions take some four seconds for, as long as a restart of the database. */
    static final long FROM = 50_000;

    private final Session session;
    private final BulkMode mode;
    private final Progress progress;
    private final PrintWriter err;

    /** @param err gets a line where an import gives way */
    CommandBulk(Session session, BulkMode mode, Progress progress, PrintWriter err) {
        this.session = session;
        this.mode = mode;
        this.progress = progress;
        this.err = err;
    }

    @Override
    public Optional<BulkImport> begin(Provenance origin) {
        return mode == BulkMode.NEVER ? Optional.empty() : session.bulk(origin, progress, this::requireAuto);
    }

    @Override
    public boolean isWorthwhile(long facts) {
        return mode == BulkMode.ALWAYS || facts >= FROM;
    }

    @Override
    public void gaveWay(String obstacle, long facts) {
        requireAuto(obstacle);
        err.println("note: " + facts + " facts are written in transactions, since " + obstacle);
        err.flush();
    }

    private void requireAuto(String obstacle) {
        if (mode == BulkMode.ALWAYS) {
            throw new InvalidInputException(
                    "The import",
                    List.of(new Fault(
                            "--bulk always",
                            "It can't be loaded whole, since " + obstacle
                                    + ". Leave the option out to import in transactions; nothing was written")));
        }
    }
}
