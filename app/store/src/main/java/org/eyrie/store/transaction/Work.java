package org.eyrie.store.transaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eyrie.store.settings.StatementListener;
import org.eyrie.store.statement.Statement;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.SimpleQueryRunner;

/** Statements within one transaction. */
public final class Work {

    private final SimpleQueryRunner transaction;

    private final StatementListener listener;

    public Work(SimpleQueryRunner transaction, StatementListener listener) {
        this.transaction = transaction;
        this.listener = listener;
    }

    /** Every row of an answer, made into something. */
    public <T> List<T> list(Statement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return heard(statement, () -> result(statement.text(), parameters).list(row));
    }

    /** The first row of an answer, made into something; empty where there is none. */
    public <T> Optional<T> first(Statement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return list(statement, parameters, row).stream().findFirst();
    }

    /** Runs a statement to its end; its answer does not matter. */
    public void run(Statement statement, Map<String, ?> parameters) {
        heard(statement, () -> result(statement.text(), parameters).consume());
    }

    private <T> T heard(Statement statement, Supplier<T> work) {
        long begun = System.nanoTime();
        boolean failed = true;
        try {
            T answer = work.get();
            failed = false;
            return answer;
        } finally {
            listener.ran(statement.file(), System.nanoTime() - begun, failed);
        }
    }

    public Result result(String statement, Map<String, ? extends @Nullable Object> parameters) {
        return transaction.run(statement, new HashMap<>(parameters));
    }
}
