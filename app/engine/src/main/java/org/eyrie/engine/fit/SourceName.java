package org.eyrie.engine.fit;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * Who measured, as far as scores say: {@code lm-evaluation-harness} of {@code lm-evaluation-harness 0.4.13}. Versions,
 * revisions, numbers of runs and addresses differ from score to score of one source, so they are no part of its name.
 * Where nothing is left, it is what was read, such as a file.
 */
final class SourceName {

    private static final String READ = "whoever wrote ";

    /** What tells one run, page or version of a source from another. */
    private static final Pattern PARTICULAR = Pattern.compile(".*(\\d|://|/|\\\\).*");

    private SourceName() {}

    /** Empty where nobody says anything. */
    static String of(Measurement measurement) {
        String said = said(measurement.evaluation().source());
        String from = measurement.recordedFrom();
        return said.isEmpty() && from != null ? READ + from : said;
    }

    /** Whether the scores themselves say who measured; otherwise it is told by where they were read. */
    static boolean isSaid(String name) {
        return !name.isEmpty() && !name.startsWith(READ);
    }

    private static String said(@Nullable String source) {
        if (source == null) {
            return "";
        }
        String[] parts = source.split(",", 2);
        return Arrays.stream(parts[0].strip().split("\\s+"))
                .filter(word -> !PARTICULAR.matcher(word).matches())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
