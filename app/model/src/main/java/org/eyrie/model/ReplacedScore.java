package org.eyrie.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A score that gave way to another one of another origin: perhaps a newer run, perhaps another model of the same name.
 *
 * @param model whose score
 * @param benchmark on what
 * @param before the score that was there
 * @param now the one that is there now
 */
public record ReplacedScore(ModelId model, BenchmarkId benchmark, Measured before, Measured now) {

    /** How many of them are listed at most. */
    public static final int LISTED = 10_000;

    /**
     * A score and where it is from.
     *
     * @param score 0 to 1
     * @param source where it is known from, as its source says, or null
     * @param measuredAt when, or null
     * @param recordedFrom what was read, or null
     * @param recordedAt when it was read, or null
     */
    public record Measured(
            double score,
            @Nullable String source,
            @Nullable Instant measuredAt,
            @Nullable String recordedFrom,
            @Nullable Instant recordedAt) {

        /** An evaluation and what it was read from. */
        public static Measured of(Evaluation evaluation, @Nullable Provenance origin) {
            return new Measured(
                    evaluation.score(),
                    evaluation.source(),
                    evaluation.measuredAt(),
                    origin == null ? null : origin.source(),
                    origin == null ? null : origin.recordedAt());
        }

        /** The same, read from there. */
        public Measured recorded(Provenance origin) {
            return new Measured(score, source, measuredAt, origin.source(), origin.recordedAt());
        }

        /** Whether both were read from one place, which says the same of its own origin. */
        public boolean isOfOriginOf(Measured other) {
            return recordedFrom != null
                    && recordedFrom.equals(other.recordedFrom)
                    && Objects.equals(source, other.source)
                    && Objects.equals(measuredAt, other.measuredAt);
        }

        // Such as: 0.51 (scores.csv, measured 2025-03-03)
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder().append(score);
            String where = recordedFrom == null ? source : recordedFrom;
            text.append(" (").append(where == null ? "nobody says from where" : where);
            if (source != null && !source.equals(where)) {
                text.append(", ").append(source);
            }
            if (measuredAt != null) {
                text.append(", measured ").append(measuredAt);
            } else if (recordedAt != null) {
                text.append(", recorded ").append(recordedAt);
            }
            return text.append(')').toString();
        }
    }

    /** What happened, in a sentence. */
    public String sentence() {
        boolean older =
                before.measuredAt != null && now.measuredAt != null && now.measuredAt.isBefore(before.measuredAt);
        return "The score of " + model + " on " + benchmark + " was " + before + " and is now " + now
                + (older ? ", although that was measured earlier" : "");
    }
}
