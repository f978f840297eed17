package org.eyrie.sources.benchmarks;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.EvaluationSetup;
import org.jspecify.annotations.Nullable;

/**
 * The task of a setup, whatever its spelling.
 *
 * @param key the task's name in lower case, with one kind of gap, without a number of shots at its end
 * @param shots the number of shots that the setup or the name states, null where neither does
 */
record Spelling(String key, @Nullable Integer shots) {

    /** {@code suite|task|shots}, and a fourth field in some versions, as lighteval writes tasks. */
    private static final Pattern WITH_SUITE = Pattern.compile("([^|]+\\|[^|]+)\\|(\\d{1,4})(?:\\|[^|]*)?");

    private static final Pattern WITH_SHOTS =
            Pattern.compile("(.+?)[\\s,(]+(\\d{1,4})[- ]?shots?\\)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern GAPS = Pattern.compile("[\\s_-]+");

    /** The spelling of a setup's task, which is there. */
    static Spelling of(String task, EvaluationSetup setup) {
        Matcher matcher = WITH_SUITE.matcher(task.strip());
        if (!matcher.matches()) {
            matcher = WITH_SHOTS.matcher(task.strip());
        }
        if (!matcher.matches()) {
            return new Spelling(key(task), setup.nShot());
        }
        Integer named = Integer.valueOf(matcher.group(2));
        return setup.nShot() == null || setup.nShot().equals(named)
                ? new Spelling(key(matcher.group(1)), named)
                : new Spelling(key(task), setup.nShot());
    }

    /** A word without what programs and people write differently: case, and what stands between its parts. */
    static String key(String word) {
        return GAPS.matcher(word.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
