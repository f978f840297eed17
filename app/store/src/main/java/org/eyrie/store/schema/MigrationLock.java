package org.eyrie.store.schema;

import java.util.stream.Stream;
import org.neo4j.driver.exceptions.SecurityException;

/**
 * The node by which Neo4j-Migrations keeps two programs from changing a schema at once.
 *
 * <p>The library has neither an exception nor a code for a lock that is held, only the text of a message. Seen in
 * 2.17.3: "Cannot create __Neo4jMigrationsLock node. Likely another migration is going on or has crashed", and, where
 * two programs make the lock's constraint at once, the database's own words about that label. A test asks the library
 * itself, so another wording is noticed where the version is changed.
 */
final class MigrationLock {

    private static final String LABEL = "__Neo4jMigrationsLock";

    private MigrationLock() {}

    /** Whether a failure says that another program has the lock, which waiting may mend. A right that lacks is none. */
    static boolean isHeldAccordingTo(RuntimeException failure) {
        return Stream.of(failure, failure.getCause())
                        .anyMatch(cause -> cause != null
                                && String.valueOf(cause.getMessage()).contains(LABEL))
                && !(failure instanceof SecurityException || failure.getCause() instanceof SecurityException);
    }
}
