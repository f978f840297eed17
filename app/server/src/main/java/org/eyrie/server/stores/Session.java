package org.eyrie.server.stores;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eyrie.model.BulkImport;
import org.eyrie.model.Provenance;
import org.eyrie.model.Stores;
import org.eyrie.model.access.AccessStore;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.OrderLedger;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.RequestStore;
import org.eyrie.store.query.SavedQueries;
import org.eyrie.store.settings.StatementListener;
import org.eyrie.task.Progress;

/** A database that is open for the length of a command or a service. */
public interface Session extends AutoCloseable {

    Stores stores();

    /** Searches for merges. */
    DevelopmentLedger developments();

    /** How those searches were judged. */
    FinalsLedger finals();

    /** Orders of those searches, for evaluators outside. */
    OrderLedger orders();

    /** Tokens, and the record of writes over the network. */
    AccessStore access();

    /** Work that takes longer than a request. */
    JobStore jobs();

    /** Requests that are done once however often they are sent. */
    RequestStore requests();

    /** Questions that people ask by name; empty where the database is not one that Cypher is for. */
    Optional<SavedQueries> savedQueries();

    /** From now on this one hears of the statements that are run. */
    default void listen(StatementListener listener) {}

    /** Addresses and credentials that a person can use, by what they are; none where they know them already. */
    Map<String, String> addresses();

    /** Whether the database answers right now, in a word or two where it does not. */
    Health health();

    /** Does work while nobody writes. */
    default void whileNobodyWrites(Runnable work) {
        work.run();
    }

    /**
     * Begins an import that is loaded whole, in place of the database as it is now.
     *
     * @param progress hears how far loading is, and may cancel it
     * @param obstacle hears why not, half a sentence for people
     * @return empty where this database can't be loaded: it is not ours alone, or not empty
     */
    default Optional<BulkImport> bulk(Provenance origin, Progress progress, Consumer<String> obstacle) {
        obstacle.accept("the database is not the embedded one of this command");
        return Optional.empty();
    }

    @Override
    void close();

    /**
     * How the database is.
     *
     * @param answers whether it answers
     * @param detail what it is, or why it does not answer
     */
    record Health(boolean answers, String detail) {}
}
