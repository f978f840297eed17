package org.eyrie.store.transaction;

import java.time.Duration;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.store.settings.StoreSettings;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.AuthorizationExpiredException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Failures of the driver in words a person can act on. */
public final class Failures {

    private final StoreSettings settings;

    public Failures(StoreSettings settings) {
        this.settings = settings;
    }

    public StoreUnavailableException inOurWords(Neo4jException failure, Duration timeout) {
        return new StoreUnavailableException(message(failure, timeout), failure);
    }

    private String message(Neo4jException failure, Duration timeout) {
        String where = "Neo4j at " + settings.address();
        if (failure instanceof AuthenticationException || failure instanceof AuthorizationExpiredException) {
            return where + " refuses the user name or password. Set NEO4J_USERNAME and NEO4J_PASSWORD to what that"
                    + " server expects.";
        }
        if (failure instanceof SecurityException) {
            return where + " does not allow this: " + failure.getMessage() + " Check the address's scheme (bolt://,"
                    + " neo4j://, with +s for TLS) and the rights of the user.";
        }
        if (failure instanceof ServiceUnavailableException || failure instanceof SessionExpiredException) {
            return where + " does not answer (" + failure.getMessage() + "). Start it, or set NEO4J_URI to where it"
                    + " runs. The embedded one, which is used without NEO4J_URI, ended with whoever had started it: the"
                    + " same command starts it again. Then try again: nothing was half done.";
        }
        if (failure.code().contains("TransactionTimedOut")) {
            return where + " did not finish within " + timeout.toMillis() + " ms and was stopped. Ask for less: fewer"
                    + " hops, fewer models, smaller files; or allow questions more seconds with EYRIE_QUERY_TIMEOUT.";
        }
        if (failure.code().contains("DatabaseNotFound")) {
            return where + " has no database \"" + settings.database() + "\". Create it, or name another one.";
        }
        if (failure.code().endsWith("TransactionLogError") || says(failure, "No space left on device")) {
            return where + " could not write (" + failure.getMessage() + "), most likely because its disk is full. Free"
                    + " some space and start it again: what was committed before is kept, this was not written.";
        }
        if (failure.code().contains("DatabaseUnavailable") || failure.code().startsWith("Neo.TransientError")) {
            return where + " is busy (" + failure.getMessage() + "). Try again in a moment.";
        }
        return where + " failed: " + failure.getMessage() + " (" + failure.code() + "). Its log, logs/debug.log,"
                + " says more.";
    }

    private static boolean says(Neo4jException failure, String words) {
        return String.valueOf(failure.getMessage()).contains(words);
    }
}
