package org.eyrie.store.transaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eyrie.store.statement.Statement;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.SimpleQueryRunner;

/** Statements within one transaction. */
public final class Work {

    private final SimpleQueryRunner transaction;

    public Work(SimpleQueryRunner transaction) {
        this.transaction = transaction;
    }

    /** Every row of an answer, made into something. */
    public <T> List<T> list(Statement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return result(statement.text(), parameters).list(row);
    }

    /** The first row of an answer, made into something; empty where there is none. */
    public <T> Optional<T> first(Statement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return list(statement, parameters, row).stream().findFirst();
    }

    /** Runs a statement to its end; its answer does not matter. */
    public void run(Statement statement, Map<String, ?> parameters) {
        result(statement.text(), parameters).consume();
    }

    public Result result(String statement, Map<String, ? extends @Nullable Object> parameters) {
        return transaction.run(statement, new HashMap<>(parameters));
    }
}
