package org.eyrie.sources.mlflow;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.jspecify.annotations.Nullable;

/**
 * Which logged numbers are scores on a benchmark. Runs log losses and learning rates by the same means, so a key must
 * say that it is one: {@code eval/<benchmark>/<metric>} always does, {@code <task>/<metric>} where the metric is one
 * of the evaluation harness's.
 */
public final class MetricKeys {

    private static final Pattern ASKED_FOR =
            Pattern.compile("eval/(?<benchmark>[^/]+)/(?<metric>[^/]+)(?:/(?<filter>[^/]+))?");

    private static final Pattern HARNESS =
            Pattern.compile("(?<benchmark>[^/]+)/(?<metric>[^/]+)(?:/(?<filter>[^/]+))?");

    private static final Set<String> HARNESS_METRICS = Set.of(
            "acc",
            "acc_norm",
            "exact_match",
            "em",
            "f1",
            "mc1",
            "mc2",
            "pass_at_1",
            "prompt_level_strict_acc",
            "prompt_level_loose_acc",
            "inst_level_strict_acc",
            "inst_level_loose_acc");

    /** What training code calls its own splits: {@code val/acc} is no benchmark. */
    private static final Set<String> SPLITS =
            Set.of("train", "training", "val", "valid", "validation", "test", "eval", "system");

    /** {@code eval/<benchmark>/<metric>} and the harness's {@code <task>/<metric>}. */
    public static final MetricKeys DEFAULT = new MetricKeys(null);

    private final @Nullable Pattern configured;

    private MetricKeys(@Nullable Pattern configured) {
        this.configured = configured;
    }

    /**
     * Keys as somebody else names them.
     *
     * @param pattern a regular expression for the whole key with the group {@code benchmark} and, if wanted,
     *     {@code metric} and {@code filter}, such as {@code bench\.(?<benchmark>.+)}
     * @throws IllegalArgumentException if it is none, or lacks the group
     */
    public static MetricKeys matching(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (!pattern.contains("(?<benchmark>")) {
                throw new IllegalArgumentException(
                        "The pattern for metric keys needs a group (?<benchmark>...): " + pattern);
            }
            return new MetricKeys(compiled);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("No pattern for metric keys: " + e.getMessage(), e);
        }
    }

    /**
     * A key that stands for a score.
     *
     * @param setup the task and, where the key says so, metric and filter
     */
    public record Score(BenchmarkId benchmark, EvaluationSetup setup) {}

    /** What a key stands for; empty where it is not a score's. */
    public Optional<Score> read(String key) {
        if (configured != null) {
            return score(configured.matcher(key));
        }
        Optional<Score> asked = score(ASKED_FOR.matcher(key));
        return asked.isPresent() ? asked : score(HARNESS.matcher(key)).filter(MetricKeys::isHarness);
    }

    private static boolean isHarness(Score score) {
        return score.setup().metric() != null
                && HARNESS_METRICS.contains(score.setup().metric())
                && score.setup().task() != null
                && !SPLITS.contains(score.setup().task());
    }

    private static Optional<Score> score(Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String task = matcher.group("benchmark");
        String metric = group(matcher, "metric");
        String filter = group(matcher, "filter");
        if (task == null || task.isBlank() || (metric != null && metric.contains("_stderr"))) {
            return Optional.empty();
        }
        EvaluationSetup setup = new EvaluationSetup(task.strip(), metric, filter, null, null, null, null);
        return Optional.of(new Score(BenchmarkNames.id(setup), setup));
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.pattern().pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }
}
