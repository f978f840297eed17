package org.eyrie.store.write;

import java.util.List;
import org.eyrie.model.WriteSummary.Counts;
import org.neo4j.driver.Record;

/** Counts what writing statements say they did. */
final class Effects {

    private Counts counts = Counts.NONE;
    private int kept;
    private int unaligned;

    /**
     * Adds rows of (effect, number of facts).
     *
     * @param number name of the column with the number
     */
    void add(List<Record> rows, String number) {
        for (Record row : rows) {
            int facts = row.get(number).asInt();
            String effect = row.get("effect").asString();
            counts = counts.plus(
                    switch (effect) {
                        case "created" -> new Counts(facts, 0, 0);
                        case "changed" -> new Counts(0, 0, facts);
                        case "unchanged" -> new Counts(0, facts, 0);
                        default -> throw new IllegalStateException("A statement reports the effect " + effect);
                    });
        }
    }

    /** Adds rows of (effect, number of scores, how many of those stay with another score). */
    void addScores(List<Record> rows) {
        add(rows, "evaluations");
        rows.forEach(row -> kept += row.get("kept").asInt());
    }

    /** How many scores stay because they were measured on more items. */
    int kept() {
        return kept;
    }

    void addUnaligned(int scores) {
        unaligned += scores;
    }

    /** How many scores were written without their outcomes. */
    int unaligned() {
        return unaligned;
    }

    Counts counts() {
        return counts;
    }

    /** Without what was there already. */
    Counts created() {
        return new Counts(counts.created(), 0, 0);
    }
}
