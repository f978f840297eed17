package org.eyrie.store.write;

import java.util.Map;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;

/** A time without writers. */
public final class Quiet {

    private final Database database;

    public Quiet(Database database) {
        this.database = database;
    }

    /** The lock is asked for again at the end: the database has taken it away where the work took too long. */
    public void during(Runnable work) {
        database.tryOut(transaction -> {
            transaction.run(Statement.LOCK, Map.of());
            work.run();
            transaction.run(Statement.LOCK, Map.of());
            return true;
        });
    }
}
