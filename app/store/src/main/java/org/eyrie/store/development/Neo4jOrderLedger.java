package org.eyrie.store.development;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.GivenOrder;
import org.eyrie.model.development.OrderLedger;
import org.eyrie.model.development.RunOrder;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;

/** Who has which order, on the nodes of the orders; leases go by the database's clock, which all who ask have in common. */
public final class Neo4jOrderLedger implements OrderLedger {

    private final Database database;

    public Neo4jOrderLedger(Database database) {
        this.database = database;
    }

    @Override
    public List<RunOrder> take(DevelopmentId id, String worker, int count, double seconds) {
        Map<String, Object> asked =
                Map.of("id", id.value(), "worker", worker, "count", count, "milliseconds", Math.round(seconds * 1_000));
        return database.write(work -> {
            Neo4jDevelopmentLedger.lock(work, id);
            return work.list(Statement.TAKE_ORDERS, asked, row -> RunRow.order(row.get("run")));
        });
    }

    @Override
    public Optional<GivenOrder> find(DevelopmentId id, int number) {
        return database.read(work -> {
            Neo4jDevelopmentLedger.known(work, id);
            return work.first(
                    Statement.ORDER_OF_SEARCH,
                    Map.of("key", RunRow.key(id, number)),
                    row -> RunRow.given(row.get("run"), row.get("seconds").asDouble()));
        });
    }
}
