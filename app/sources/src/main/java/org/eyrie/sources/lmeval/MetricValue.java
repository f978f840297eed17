package org.eyrie.sources.lmeval;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures as the harness writes them: numbers, and those of some libraries as text. */
final class MetricValue {

    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*");

    private MetricValue() {}

    /** The number; null for everything else. */
    static @Nullable Double of(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof String text && NUMBER.matcher(text).matches() ? Double.valueOf(text.strip()) : null;
    }
}
