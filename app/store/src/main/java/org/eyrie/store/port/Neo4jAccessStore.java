package org.eyrie.store.port;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.access.AccessScope;
import org.eyrie.model.access.AccessStore;
import org.eyrie.model.access.AccessToken;
import org.eyrie.model.access.AuditEntry;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;

/** Tokens and the record of writes as nodes of the graph, so that every service over a database knows the same ones. */
public final class Neo4jAccessStore implements AccessStore {

    private final Database database;

    public Neo4jAccessStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(AccessToken token) {
        return database.write(work -> {
            work.run(Statement.LOCK, Map.of()); // names have no constraint, so one comes after the other
            String kept = work.first(
                            Statement.ADD_TOKEN,
                            Map.of(
                                    "name",
                                    token.name(),
                                    "hash",
                                    token.hash(),
                                    "scope",
                                    token.scope().code(),
                                    "createdAt",
                                    token.createdAt().atZone(ZoneOffset.UTC)),
                            row -> row.get("hash").asString())
                    .orElseThrow();
            return kept.equals(token.hash());
        });
    }

    @Override
    public boolean revoke(String name) {
        return database.write(work -> !work.list(Statement.REVOKE_TOKEN, Map.of("name", name), row -> row.get("name")
                        .asString())
                .isEmpty());
    }

    @Override
    public List<AccessToken> tokens() {
        return database.read(work -> work.list(
                Statement.TOKENS,
                Map.of(),
                row -> new AccessToken(
                        row.get("name").asString(),
                        row.get("hash").asString(),
                        AccessScope.ofCode(row.get("scope").asString()).orElse(AccessScope.READ),
                        row.get("created_at").asZonedDateTime().toInstant())));
    }

    @Override
    public void record(AuditEntry entry) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("at", entry.at().atZone(ZoneOffset.UTC));
        parameters.put("who", entry.who());
        parameters.put("what", entry.what());
        parameters.put("importNumber", entry.importNumber());
        database.change(work -> work.run(Statement.RECORD_WRITE, parameters));
    }

    @Override
    public List<AuditEntry> record(int limit) {
        return database.read(work -> work.list(
                Statement.WRITES,
                Map.of("limit", limit),
                row -> new AuditEntry(
                        row.get("at").asZonedDateTime().toInstant(),
                        row.get("who").asString(),
                        row.get("what").asString(),
                        row.get("import").isNull() ? null : row.get("import").asLong())));
    }
}
