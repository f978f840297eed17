package org.eyrie.store.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to work with a database.
 *
 * @param address what messages call it, such as {@code bolt://localhost:7687}
 * @param database name of the database on that server, or null for the user's home database
 * @param readTimeout how long the server works on one question before it gives up, positive
 * @param writeTimeout how long the server works on one write before it gives up, positive
 * @param batchRows rows a statement gets at once, at least one; measured: 5,000 is as fast as any and keeps messages
 *     under a few megabytes
 */
public record StoreSettings(
        String address, @Nullable String database, Duration readTimeout, Duration writeTimeout, int batchRows) {

    public StoreSettings {
        requirePositive(readTimeout);
        requirePositive(writeTimeout);
        if (batchRows < 1) {
            throw new IllegalArgumentException("A batch has at least one row, not " + batchRows);
        }
    }

    /** The home database, 30 s for a question, 5 minutes for a write, 5,000 rows a batch. */
    public static StoreSettings of(String address) {
        return new StoreSettings(address, null, Duration.ofSeconds(30), Duration.ofMinutes(5), 5_000);
    }

    /** The same on another database of the server; null for the home database. */
    public StoreSettings on(@Nullable String name) {
        return new StoreSettings(address, name, readTimeout, writeTimeout, batchRows);
    }

    /** The same with another limit on questions. */
    public StoreSettings answeringWithin(Duration timeout) {
        return new StoreSettings(address, database, timeout, writeTimeout, batchRows);
    }

    private static void requirePositive(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A time limit must be positive, not " + timeout);
        }
    }
}
