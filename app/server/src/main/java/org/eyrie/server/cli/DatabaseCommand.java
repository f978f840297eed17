package org.eyrie.server.cli;

import java.util.concurrent.Callable;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;

/** A command that needs the database: opens it, works, closes it. */
abstract class DatabaseCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final GlobalOptions globals;

    DatabaseCommand(Workshop workshop, GlobalOptions globals) {
        this.workshop = workshop;
        this.globals = globals;
    }

    @Override
    public final Integer call() {
        check();
        try (ProgressBar bar = new ProgressBar(terminal());
                Session session = workshop.opener().open(choice(globals), line -> bar.at(line, 0, 0))) {
            bar.wipe();
            return run(session, bar);
        } finally {
            terminal().out().flush();
        }
    }

    /**
     * Looks at the options before a database is started for them.
     *
     * @throws WrongUseException if they do not go together
     */
    void check() {}

    /** The database to work on. */
    DatabaseChoice choice(GlobalOptions options) {
        return options.choice(workshop);
    }

    /** Does what the command is for and returns the exit code. */
    abstract int run(Session session, ProgressBar bar);

    /** Ctrl-C, for a command that asks for it now and then; one that does not ends at once, whatever it is doing. */
    final Cancellation cancellation() {
        return workshop.interruption().cancellation();
    }

    final Workshop workshop() {
        return workshop;
    }

    final Terminal terminal() {
        return workshop.terminal();
    }
}
