package org.eyrie.store.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;

/** Gives facts that were written before imports had numbers the number of one import, so that it can be taken back. */
final class Adoption {

    private static final int FACTS = 10_000;

    private static final List<Statement> KINDS = List.of(
            Statement.ADOPT_MODELS,
            Statement.ADOPT_RECIPES,
            Statement.ADOPT_DERIVATIONS,
            Statement.ADOPT_EVALUATIONS,
            Statement.ADOPT_STEPS);

    private final Work work;
    private final String source;

    Adoption(Work work, String source) {
        this.work = work;
        this.source = source;
    }

    /** The next part; false where nothing is left to be adopted. The ledger's lock must be held. */
    boolean next() {
        String run = "before numbers\n" + source;
        long number = work.first(Statement.OPEN_IMPORT, Map.of("run", run), row -> row.get("number")
                        .asLong())
                .orElseThrow();
        Optional<Long> adopted = KINDS.stream()
                .flatMap(kind -> work
                        .first(kind, Map.of("source", source, "number", number, "limit", FACTS), row -> row.get(
                                        "adopted")
                                .asLong())
                        .filter(count -> count > 0)
                        .stream())
                .findFirst();
        adopted.ifPresent(count -> work.run(
                Statement.COUNT_IMPORT,
                Map.of(
                        "run",
                        run,
                        "number",
                        number,
                        "source",
                        source,
                        "startedAt",
                        Instant.EPOCH.atZone(ZoneOffset.UTC),
                        "counts",
                        Map.of())));
        return adopted.isPresent();
    }
}
