package org.eyrie.sources.card;

import java.time.Instant;
import java.util.Locale;
import org.eyrie.model.EvaluationSetup;
import org.jspecify.annotations.Nullable;

/**
 * A result as somebody published it.
 *
 * @param dataset what was measured on, without its configuration
 * @param setup what its benchmark is named after
 * @param value as it stands
 * @param percentages whether its source always writes percentages
 * @param source where it is known from
 * @param date when it was measured, or null
 */
record PublishedResult(
        String dataset,
        EvaluationSetup setup,
        @Nullable Object value,
        boolean percentages,
        String source,
        @Nullable Instant date) {

    /** What is published on one scale by one person, whatever the configuration: a data set and a metric. */
    String kind() {
        return (dataset + " " + setup.metric()).toLowerCase(Locale.ROOT);
    }

    /** What it is, for messages. */
    String what() {
        return setup.task() + (setup.metric() == null ? "" : " " + setup.metric()) + " = " + value;
    }
}
