package org.eyrie.store.bulk;

import java.util.Map;
import java.util.Optional;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;

/**
 * What a database without facts has counted so far.
 *
 * @param version of the facts
 * @param imports number of the last import, zero where there was none
 */
record LedgerState(long version, long imports) {

    /** Of a database that holds nothing but its schema and its ledger; empty for any other. */
    static Optional<LedgerState> ofEmpty(Work work) {
        return work
                .list(
                        Statement.EMPTY,
                        Map.of(),
                        row -> row.get("empty").asBoolean()
                                ? Optional.of(new LedgerState(
                                        row.get("version").asLong(),
                                        row.get("imports").asLong()))
                                : Optional.<LedgerState>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
