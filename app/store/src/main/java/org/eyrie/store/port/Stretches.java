package org.eyrie.store.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eyrie.model.ModelId;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;
import org.neo4j.driver.Record;

/**
 * Reads what there is of every model. Of many models a stretch at a time, each in a transaction of its own: a statement over
 * five million scores sorts them all in the database's heap, and works for longer than any question may.
 *
 * <p>What is written meanwhile may be found or not, as within one transaction too: Neo4j isolates no more than that. Who must
 * know looks at the version of the facts before.
 */
final class Stretches {

    /** Models; up to here one statement takes a second or two. */
    private static final long AT_ONCE = 50_000;

    private static final int LENGTH = 20_000;

    private final Database database;

    Stretches(Database database) {
        this.database = database;
    }

    /** Whether there are so many models that they are read in stretches. */
    boolean areNeeded() {
        return database.read(work -> work.first(Statement.MODEL_COUNT, Map.of(), row -> row.get("models")
                                .asLong())
                        .orElse(0L))
                > AT_ONCE;
    }

    /**
     * Every row.
     *
     * @param all yields the rows of all models, in the order of the models' ids
     * @param ofModels yields those of the models in {@code $ids}, in the same order
     */
    <T> List<T> read(Statement all, Statement ofModels, Function<Record, T> row) {
        if (!areNeeded()) {
            return database.read(work -> work.list(all, Map.of(), row));
        }
        List<T> rows = new ArrayList<>();
        for (List<String> ids = after(""); !ids.isEmpty(); ids = after(ids.get(ids.size() - 1))) {
            rows.addAll(stretch(ids, ofModels, row));
        }
        return rows;
    }

    /** Rows of so many models that one statement would get too many ids. */
    <T> List<T> read(List<String> ids, Statement ofModels, Function<Record, T> row) {
        if (ids.size() <= AT_ONCE) {
            return stretch(ids, ofModels, row);
        }
        List<String> sorted = ids.stream()
                .distinct()
                .map(ModelId::new)
                .sorted() // as the database orders, which text does not
                .map(ModelId::value)
                .toList();
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += LENGTH) {
            rows.addAll(stretch(sorted.subList(from, Math.min(sorted.size(), from + LENGTH)), ofModels, row));
        }
        return rows;
    }

    private <T> List<T> stretch(List<String> ids, Statement ofModels, Function<Record, T> row) {
        return database.read(work -> work.list(ofModels, Map.of("ids", ids), row));
    }

    private List<String> after(String id) {
        return database.read(
                work -> work.list(Statement.IDS_AFTER, Map.of("after", id, "limit", LENGTH), row -> row.get("id")
                        .asString()));
    }
}
