package org.eyrie.store.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Provenance;
import org.eyrie.model.ReplacedScore;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.store.row.ReplacedRow;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Counts what writing statements say they did. */
final class Effects {

    private Counts counts = Counts.NONE;
    private int kept;
    private int unaligned;
    private final List<ReplacedScore> replaced = new ArrayList<>();

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

    /**
     * Adds rows of (effect, number of scores, how many of those stay with another score, what the changed ones were).
     *
     * @param provenance where the scores come from
     */
    void addScores(List<Record> rows, @Nullable Provenance provenance) {
        add(rows, "evaluations");
        for (Record row : rows) {
            kept += row.get("kept").asInt();
            for (Value change : row.get("changes").asList(change -> change)) {
                if (change.get("replaced").asBoolean() && replaced.size() < ReplacedScore.LISTED) {
                    Optional.of(ReplacedRow.read(change, provenance))
                            .filter(pair -> !pair.now().isOfOriginOf(pair.before()))
                            .ifPresent(replaced::add);
                }
            }
        }
    }

    /** Scores that gave way to another one of another origin. */
    List<ReplacedScore> replaced() {
        return replaced;
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
