package org.eyrie.store.port;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eyrie.model.FactStore;
import org.eyrie.model.Facts;
import org.eyrie.model.PastImport;
import org.eyrie.model.WriteSummary;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Batches;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.write.FactWriter;
import org.eyrie.store.write.Latest;

public final class Neo4jFactStore implements FactStore {

    private final Database database;
    private final Batches batches;

    public Neo4jFactStore(Database database, int batchRows) {
        this.database = database;
        this.batches = new Batches(batchRows);
    }

    @Override
    public WriteSummary write(Facts facts) {
        Latest latest = Latest.of(facts);
        return database.write(work -> new FactWriter(work, batches).write(latest));
    }

    @Override
    public Optional<Long> end(UUID run, Instant finishedAt, List<String> notes) {
        return database.write(work -> work.first(
                Statement.END_IMPORT,
                Map.of(
                        "run",
                        run.toString(),
                        "finishedAt",
                        finishedAt.atZone(ZoneOffset.UTC),
                        "notes",
                        notes.stream().limit(PastImport.MOST_NOTES).toList()),
                row -> row.get("number").asLong()));
    }

    @Override
    public long version() {
        return database.read(work -> work.first(
                        Statement.VERSION, Map.of(), row -> row.get("version").asLong())
                .orElse(0L));
    }
}
