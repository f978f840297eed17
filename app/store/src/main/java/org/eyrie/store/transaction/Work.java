package org.eyrie.store.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
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
        List<T> rows = new ArrayList<>();
        each(statement, parameters, record -> rows.add(row.apply(record)));
        return rows;
    }

    /**
     * Hands every row of an answer over as it comes; no more than a few thousand are in memory at a time, which they would all
     * be as the driver's list.
     */
    public void each(Statement statement, Map<String, ?> parameters, Consumer<Record> row) {
        heard(
                statement.file(),
                () -> {
                    Result result = result(statement.text(), parameters);
                    int rows = 0;
                    while (result.hasNext()) {
                        row.accept(result.next());
                        rows++;
                    }
                    return rows;
                },
                rows -> rows);
    }

    /** The first row of an answer, made into something; empty where there is none. */
    public <T> Optional<T> first(Statement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return list(statement, parameters, row).stream().findFirst();
    }

    /** Runs a statement to its end; its answer does not matter. */
    public void run(Statement statement, Map<String, ?> parameters) {
        heard(statement.file(), () -> result(statement.text(), parameters).consume(), nothing -> 0);
    }

    /**
     * Does what sends a statement and reads its answer, in the hearing of whoever listens.
     *
     * @param file that it stands in, as {@link StatementListener} calls it
     * @param rows how many the answer has
     */
    public <T> T heard(String file, Supplier<T> work, ToIntFunction<T> rows) {
        long begun = System.nanoTime();
        int read = 0;
        boolean failed = true;
        try {
            T answer = work.get();
            read = rows.applyAsInt(answer);
            failed = false;
            return answer;
        } finally {
            listener.ran(file, System.nanoTime() - begun, read, failed);
        }
    }

    /** Sends a statement that no file of ours holds as it is; see {@link #heard}. */
    public Result result(String statement, Map<String, ? extends @Nullable Object> parameters) {
        return transaction.run(statement, new HashMap<>(parameters));
    }
}
