package org.eyrie.store.port;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.job.KeyedRequest;
import org.eyrie.model.job.RequestStore;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;
import org.jspecify.annotations.Nullable;

/** Requests with keys as nodes of the graph, so that every service over a database knows them. */
public final class Neo4jRequestStore implements RequestStore {

    private final Database database;

    public Neo4jRequestStore(Database database) {
        this.database = database;
    }

    @Override
    public KeyedRequest claim(KeyedRequest request, @Nullable String gone) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("key", request.key());
        parameters.put("question", request.question());
        parameters.put("owner", request.owner());
        parameters.put("gone", gone);
        return database.write(work -> {
            work.run(Statement.LOCK, Map.of());
            return work.first(
                            Statement.CLAIM_KEY,
                            parameters,
                            row -> new KeyedRequest(
                                    row.get("key").asString(),
                                    row.get("question").asString(),
                                    row.get("owner").asString(),
                                    row.get("answer").isNull()
                                            ? null
                                            : row.get("answer").asString()))
                    .orElseThrow();
        });
    }

    @Override
    public void answer(KeyedRequest request, String answer) {
        database.change(work -> {
            work.run(Statement.LOCK, Map.of());
            work.run(
                    Statement.ANSWER_REQUEST, Map.of("key", request.key(), "owner", request.owner(), "answer", answer));
        });
    }

    @Override
    public void release(KeyedRequest request) {
        database.change(work -> {
            work.run(Statement.LOCK, Map.of());
            work.run(Statement.RELEASE_KEY, Map.of("key", request.key(), "owner", request.owner()));
        });
    }
}
