package org.eyrie.store.write;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Provenance;
import org.eyrie.model.WriteSummary;
import org.eyrie.store.row.ImportRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Batches;
import org.eyrie.store.transaction.Work;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * What one write is to the import that it belongs to: its number, and what the facts were that it changes. Within one
 * transaction, so that neither is ever there without the other.
 */
final class ImportEntry {

    private static final Set<String> ORIGIN = Set.of("recorded_from", "recorded_at", "recorded_in");

    private final Work work;
    private final Batches batches;
    private final @Nullable Provenance provenance;
    private final Map<String, Object> origin = new HashMap<>();
    private final List<Map<String, Object>> changes = new ArrayList<>();
    private @Nullable Long number;
    private long version;

    private ImportEntry(Work work, Batches batches, @Nullable Provenance provenance) {
        this.work = work;
        this.batches = batches;
        this.provenance = provenance;
    }

    /**
     * Looks the import up; the ledger's lock must be held.
     *
     * @throws InvalidInputException if it ended, or was taken back
     */
    static ImportEntry open(Work work, Batches batches, @Nullable Provenance provenance) {
        ImportEntry entry = new ImportEntry(work, batches, provenance);
        if (provenance != null) {
            entry.origin.put("recorded_from", provenance.source());
            entry.origin.put("recorded_at", provenance.recordedAt().atZone(ZoneOffset.UTC));
            UUID run = provenance.run();
            if (run != null) {
                entry.number(provenance.source(), run);
            }
        }
        return entry;
    }

    /** Properties that say where a fact came from. */
    Map<String, Object> origin() {
        return origin;
    }

    /** Takes down what facts were before, as writing statements report it. */
    void changed(List<Record> report) {
        if (number == null) {
            return;
        }
        for (Record row : report) {
            row.get("changes").asList(change -> change.asMap()).forEach(change -> changes.add(kept(change)));
        }
    }

    /** Keeps what was taken down, and counts what was written; nothing where nothing was. */
    void close(WriteSummary summary, boolean anything) {
        if (number == null || provenance == null || !anything) {
            return;
        }
        keep(Statement.KEEP, changes.stream().filter(change -> !isOwn(change)).toList());
        keep(Statement.KEEP_MORE, changes.stream().filter(this::isOwn).toList());
        work.run(
                Statement.COUNT_IMPORT,
                Map.of(
                        "run",
                        Objects.requireNonNull(provenance.run()).toString(),
                        "number",
                        number,
                        "source",
                        provenance.source(),
                        "startedAt",
                        provenance.recordedAt().atZone(ZoneOffset.UTC),
                        "counts",
                        ImportRow.counts(summary)));
    }

    private void number(String source, UUID run) {
        Record row = work.list(Statement.OPEN_IMPORT, Map.of("run", run.toString()), each -> each)
                .get(0);
        if (!row.get("state").isNull() && !row.get("state").asString().equals("running")) {
            throw new InvalidInputException(
                    source,
                    List.of(new Fault(
                            "import " + row.get("number").asLong(),
                            "It was taken back or ended while it still wrote. Run it again where it shall stand")));
        }
        number = row.get("number").asLong();
        version = row.get("version").asLong();
        origin.put("recorded_in", number);
    }

    private void keep(Statement statement, List<Map<String, Object>> rows) {
        batches.each(rows, row -> row, batch -> {
            Map<String, Object> parameters = new HashMap<>(batch);
            parameters.put("number", Objects.requireNonNull(number));
            if (statement == Statement.KEEP) {
                parameters.put("at", version);
            }
            work.run(statement, parameters);
        });
    }

    /** Whether this import wrote the fact last. */
    private boolean isOwn(Map<String, Object> change) {
        return Objects.equals(((Map<?, ?>) Objects.requireNonNull(change.get("was"))).get("recorded_in"), number);
    }

    // Of what was there only what is replaced is kept, and where it was from.
    private static Map<String, Object> kept(Map<String, Object> change) {
        Set<String> named = new HashSet<>(ORIGIN);
        ((List<?>) Objects.requireNonNull(change.get("named"))).forEach(name -> named.add((String) name));
        Map<Object, Object> was = new HashMap<>((Map<?, ?>) Objects.requireNonNull(change.get("was")));
        was.keySet().retainAll(named);
        was.values().removeIf(Objects::isNull);
        Map<String, Object> kept = new HashMap<>();
        for (String name : List.of("key", "kind", "subject", "object")) {
            kept.put(name, change.get(name));
        }
        kept.put("named", List.copyOf(named));
        kept.put("was", was);
        return kept;
    }
}
