package org.eyrie.server.cli.command;

import java.util.concurrent.Callable;
import org.eyrie.model.EyrieException;
import org.eyrie.server.naming.KnownNames;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;

/** A command that needs the database: opens it, works, closes it. */
public abstract class DatabaseCommand implements Callable<Integer> {

    private final CommandContext context;
    private final GlobalOptions globals;

    protected DatabaseCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public final Integer call() {
        check();
        beginMeanwhile();
        try (ProgressBar bar = new ProgressBar(terminal());
                Session session = context.opener().open(choice(globals), line -> bar.at(line, 0, 0))) {
            bar.wipe();
            return answered(session, bar);
        } finally {
            terminal().out().flush();
        }
    }

    private int answered(Session session, ProgressBar bar) {
        try {
            return run(session, bar);
        } catch (EyrieException failure) {
            throw new KnownNames(session.stores().lineage()).advised(failure);
        }
    }

    /**
     * Looks at the options before a database is started for them.
     *
     * @throws WrongUseException if they do not go together
     */
    protected void check() {}

    /** Begins what may go on while the database is opened; nothing, mostly. */
    protected void beginMeanwhile() {}

    /** The database to work on. */
    protected DatabaseChoice choice(GlobalOptions options) {
        return options.choice(context);
    }

    /** Does what the command is for and returns the exit code. */
    protected abstract int run(Session session, ProgressBar bar);

    /** Ctrl-C, for a command that asks for it now and then; one that does not ends at once, whatever it is doing. */
    protected final Cancellation cancellation() {
        return context.interruption().cancellation();
    }

    protected final CommandContext context() {
        return context;
    }

    protected final Terminal terminal() {
        return context.terminal();
    }
}
