package org.eyrie.sources.wandb;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param cells what is not blank, by column
 */
record LoggedRun(Place place, Map<String, String> cells) {

    /** Whether it ended as it was to; a table without states says so of all. */
    boolean isFinished() {
        return cells.getOrDefault("State", "finished").toLowerCase(Locale.ROOT).equals("finished");
    }

    /** When it began; null where the table does not say. */
    @Nullable
    Instant created() {
        String text = cells.get("Created");
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return withoutZone(text);
        }
    }

    private static @Nullable Instant withoutZone(String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
