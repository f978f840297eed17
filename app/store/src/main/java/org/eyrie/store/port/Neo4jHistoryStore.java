package org.eyrie.store.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Forgotten;
import org.eyrie.model.HistoryStore;
import org.eyrie.model.ModelId;
import org.eyrie.model.PastImport;
import org.eyrie.store.history.Forgetting;
import org.eyrie.store.history.Undoing;
import org.eyrie.store.row.ImportRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;

public final class Neo4jHistoryStore implements HistoryStore {

    private final Database database;

    public Neo4jHistoryStore(Database database) {
        this.database = database;
    }

    @Override
    public List<PastImport> imports(long before, int limit) {
        return database.read(
                work -> work.list(Statement.IMPORTS, Map.of("before", before, "limit", limit), ImportRow::read));
    }

    @Override
    public Optional<PastImport> find(long number) {
        return database.read(work -> work.first(Statement.FIND_IMPORT, Map.of("number", number), ImportRow::read));
    }

    @Override
    public List<String> sources() {
        return database
                .read(work -> work.list(
                        Statement.SOURCES, Map.of(), row -> row.get("source").asString()))
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public Forgotten undo(long number, boolean dryRun) {
        return new Undoing(database).undo(number, dryRun);
    }

    @Override
    public Forgotten forget(String source, boolean dryRun) {
        return new Undoing(database).forget(source, this::sources, dryRun);
    }

    @Override
    public Forgotten forget(ModelId model, boolean dryRun) {
        return dryRun
                ? database.tryOut(work -> new Forgetting(work).forget(model)).withDryRun(true)
                : database.write(work -> new Forgetting(work).forget(model));
    }
}
