package org.eyrie.store.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Hands rows to statements a bounded number at a time: one message of millions of rows would fill both memories. */
public final class Batches {

    private final int rows;

    public Batches(int rows) {
        this.rows = rows;
    }

    public <T> void each(
            Collection<T> facts, Function<T, Map<String, Object>> row, Consumer<Map<String, Object>> statement) {
        List<Map<String, Object>> batch = new ArrayList<>(Math.min(rows, facts.size()));
        for (T fact : facts) {
            batch.add(row.apply(fact));
            if (batch.size() == rows) {
                statement.accept(Map.of("rows", batch));
                batch = new ArrayList<>();
            }
        }
        if (!batch.isEmpty()) {
            statement.accept(Map.of("rows", batch));
        }
    }
}
