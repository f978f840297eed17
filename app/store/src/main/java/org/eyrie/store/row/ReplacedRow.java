package org.eyrie.store.row;

import java.time.Instant;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.ReplacedScore;
import org.eyrie.model.ReplacedScore.Measured;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** A score that gave way to another one, as the writing statement reports it. */
public final class ReplacedRow {

    private ReplacedRow() {}

    /**
     * The score that was there and the one that is there now.
     *
     * @param provenance where the new score comes from, or null where nobody says
     */
    public static ReplacedScore read(Value change, @Nullable Provenance provenance) {
        Value was = change.get("was");
        return new ReplacedScore(
                new ModelId(change.get("subject").asString()),
                new BenchmarkId(change.get("object").asString()),
                new Measured(
                        was.get("score").asDouble(),
                        text(was.get("source")),
                        time(was.get("measured_at")),
                        text(was.get("recorded_from")),
                        time(was.get("recorded_at"))),
                new Measured(
                        change.get("score").asDouble(),
                        text(change.get("source")),
                        time(change.get("measured_at")),
                        provenance == null ? null : provenance.source(),
                        provenance == null ? null : provenance.recordedAt()));
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    private static @Nullable Instant time(Value value) {
        return value.isNull() ? null : value.asZonedDateTime().toInstant();
    }
}
