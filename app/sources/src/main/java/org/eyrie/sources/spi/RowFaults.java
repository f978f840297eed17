package org.eyrie.sources.spi;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one row or object, whatever it is written in. Every value that is wrong becomes a fault, and null is
 * returned for it; so all is read to its end and all of its faults are found.
 */
public abstract class RowFaults {

    private final List<String> faults = new ArrayList<>(0);

    protected RowFaults() {}

    /** Takes down that something is wrong. */
    public final void fault(String reason) {
        faults.add(reason);
    }

    public final boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** Every fault so far, in one sentence. */
    public final String faults() {
        return String.join("; ", faults);
    }

    /** What the maker makes; a value that it refuses is a fault in its words. Null after any fault. */
    public final <T> @Nullable T make(Supplier<T> maker) {
        if (isFaulty()) {
            return null;
        }
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            fault(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A name out of a text; one that its type refuses is a fault in its words. */
    protected final <T> @Nullable T named(String key, String text, Function<String, T> maker) {
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException e) {
            fault(key + ": " + e.getMessage());
            return null;
        }
    }

    /** A value out of a text; one that its parser refuses, in whatever way, is not what was wanted. */
    protected final <T> @Nullable T parsed(String key, String wanted, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(key + " must be " + wanted + ", not " + Text.quoted(text));
            return null;
        }
    }

    /** True or false out of a text, whatever the case. */
    protected final @Nullable Boolean flag(String key, String text) {
        return parsed(key, "true or false", text, word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(word);
        });
    }
}
