package org.eyrie.store.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eyrie.model.BulkImport;
import org.eyrie.model.FactStore;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.model.WriteSummary;
import org.eyrie.store.settings.BulkLoader;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.write.Latest;
import org.jspecify.annotations.Nullable;

/** An import as files, which the database is made of anew. */
public final class Neo4jBulkImport implements BulkImport {

    private final Database database;
    private final FactStore facts;
    private final BulkLoader loader;
    private final Provenance provenance;
    private final LedgerState ledger;
    private final BulkFacts taken;
    private @Nullable String refusal;
    private boolean loaded;

    private Neo4jBulkImport(
            Database database,
            FactStore facts,
            BulkLoader loader,
            Provenance provenance,
            LedgerState ledger,
            BulkFacts taken) {
        this.database = database;
        this.facts = facts;
        this.loader = loader;
        this.provenance = provenance;
        this.ledger = ledger;
        this.taken = taken;
    }

    /**
     * Begins one.
     *
     * @param facts whose import it is in the end
     * @return empty where the database is not empty
     */
    public static Optional<BulkImport> begin(
            Database database, FactStore facts, BulkLoader loader, Provenance provenance) {
        Optional<LedgerState> ledger = database.read(LedgerState::ofEmpty);
        if (ledger.isEmpty()) {
            return Optional.empty();
        }
        Path folder = loader.folder();
        try {
            BulkFacts taken = new BulkFacts(folder, provenance, ledger.get());
            return Optional.of(new Neo4jBulkImport(database, facts, loader, provenance, ledger.get(), taken));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public WriteSummary write(Facts batch) {
        try {
            return taken.write(Latest.of(batch));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public List<Model> find(Collection<ModelId> ids) {
        return taken.find(ids);
    }

    @Override
    public Optional<String> obstacle() {
        return refusal == null ? taken.obstacle() : Optional.of(refusal);
    }

    @Override
    public boolean load(Instant finishedAt, List<String> notes) {
        try {
            taken.finish(finishedAt, notes);
        } catch (IOException e) {
            throw failure(e);
        }
        Optional<String> refused = loader.load(this::isStillEmpty);
        if (refused.isPresent()) {
            refusal = refused.get();
            return false;
        }
        loaded = true;
        // The import is in the files as well, so that a kill before this leaves it; but they cannot say that a list is
        // empty.
        facts.end(Objects.requireNonNull(provenance.run()), finishedAt, notes);
        return true;
    }

    @Override
    public Optional<Long> number() {
        return loaded && taken.isChange() ? Optional.of(taken.number()) : Optional.empty();
    }

    @Override
    public void close() {
        try {
            taken.close();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            loader.close();
        }
    }

    private boolean isStillEmpty() {
        return database.read(LedgerState::ofEmpty).equals(Optional.of(ledger));
    }

    private static StoreUnavailableException failure(IOException e) {
        return new StoreUnavailableException(
                "What is to be imported can't be put into files: " + e
                        + ". Make room on the disk of the data folder, or"
                        + " import with --bulk never. Nothing was written.",
                e);
    }
}
