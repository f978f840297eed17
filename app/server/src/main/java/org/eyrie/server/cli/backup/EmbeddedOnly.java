package org.eyrie.server.cli.backup;

import java.nio.file.Path;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.stores.DatabaseChoice;

/** Backups of servers are those servers' business. */
final class EmbeddedOnly {

    private EmbeddedOnly() {}

    /** @throws WrongUseException if the database is not an embedded one */
    static Path folder(DatabaseChoice choice) {
        if (choice.uri() != null) {
            throw new WrongUseException(
                    "This is for the embedded database; " + choice.uri() + " is a server. Use its own"
                            + " tools: neo4j-admin database dump and load, or backup and restore (docs/reliability.md).");
        }
        return choice.dataFolder();
    }
}
