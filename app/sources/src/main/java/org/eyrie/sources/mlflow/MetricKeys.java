package org.eyrie.sources.mlflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.EvaluationSetup;

/**
 * Tells from a metric's key whether it is a benchmark's score.
 *
 * @param pattern with the groups {@code task} and {@code metric}
 */
public record MetricKeys(Pattern pattern) {

    /** {@code eval/<task>/<metric>}, or {@code <task>/<metric>} as the harness logs. */
    public static final MetricKeys DEFAULT =
            new MetricKeys(Pattern.compile("(?:eval/)?(?<task>[^/]+)/(?<metric>[^/]+?)"));

    /** The setup of a key; empty where it is no score, such as a training loss or a standard error. */
    Optional<EvaluationSetup> setup(String key) {
        Matcher matcher = pattern.matcher(key);
        if (!matcher.matches() || key.startsWith("system/") || key.contains("_stderr")) {
            return Optional.empty();
        }
        String metric = matcher.group("metric");
        int comma = metric.lastIndexOf(',');
        return Optional.of(new EvaluationSetup(
                matcher.group("task"),
                comma < 0 ? metric : metric.substring(0, comma),
                comma < 0 ? null : metric.substring(comma + 1),
                null,
                null,
                null,
                null));
    }
}
