package org.eyrie.model.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eyrie.model.Facts;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.PastImport;
import org.eyrie.model.Provenance;
import org.eyrie.model.WriteSummary;
import org.jspecify.annotations.Nullable;

/** Every write that changed something, in order, and the imports they belong to. Guarded as the graph is. */
final class Journal {

    /** A write. */
    record Entry(Facts facts, @Nullable Long number) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, Long> numbers = new LinkedHashMap<>();
    private final List<PastImport> imports = new ArrayList<>();

    /** Refuses what is about to be written for an import that somebody takes back. */
    void check(@Nullable Provenance origin) {
        of(origin).filter(known -> known.state() != PastImport.State.RUNNING).ifPresent(known -> {
            throw new InvalidInputException(
                    known.source(),
                    List.of(new Fault("import " + known.number(), "It was taken back or ended meanwhile")));
        });
    }

    void add(Facts facts, WriteSummary summary) {
        Provenance origin = facts.provenance();
        UUID run = origin == null ? null : origin.run();
        if (origin == null || run == null) {
            entries.add(new Entry(facts, null));
            return;
        }
        PastImport known = of(origin).orElseGet(() -> begun(origin, run));
        WriteSummary sum = known.written().plus(summary.changes());
        put(new PastImport(known.number(), known.source(), known.startedAt(), null, known.state(), sum, List.of()));
        entries.add(new Entry(facts, known.number()));
    }

    Optional<Long> end(UUID run, Instant finishedAt, List<String> notes) {
        Long number = numbers.get(run);
        if (number == null) {
            return Optional.empty();
        }
        PastImport known = imports.get((int) (number - 1));
        put(new PastImport(
                number,
                known.source(),
                known.startedAt(),
                finishedAt,
                PastImport.State.FINISHED,
                known.written(),
                notes.stream().limit(PastImport.MOST_NOTES).toList()));
        return Optional.of(number);
    }

    List<PastImport> imports() {
        return imports;
    }

    List<Entry> entries() {
        return entries;
    }

    void become(List<Entry> others) {
        entries.clear();
        entries.addAll(others);
    }

    void put(PastImport changed) {
        imports.set((int) (changed.number() - 1), changed);
    }

    private PastImport begun(Provenance origin, UUID run) {
        long number = imports.size() + 1L;
        PastImport begun = new PastImport(
                number,
                origin.source(),
                origin.recordedAt(),
                null,
                PastImport.State.RUNNING,
                WriteSummary.NOTHING,
                List.of());
        numbers.put(run, number);
        imports.add(begun);
        return begun;
    }

    private Optional<PastImport> of(@Nullable Provenance origin) {
        return Optional.ofNullable(origin)
                .map(Provenance::run)
                .map(numbers::get)
                .map(number -> imports.get((int) (number - 1)));
    }
}
