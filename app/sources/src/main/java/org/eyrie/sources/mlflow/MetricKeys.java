package org.eyrie.sources.mlflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What training code calls its own splits and averages: {@code val/acc} is no benchmark. */
    private static final Set<String> SPLITS = Set.of(
            "train",
            "training",
            "val",
            "valid",
            "validation",
            "test",
            "testing",
            "eval",
            "evaluation",
            "dev",
            "holdout",
            "hold_out",
            "heldout",
            "held_out",
            "oof",
            "cv",
            "system",
            "macro",
            "micro",
            "weighted",
            "macro_avg",
            "micro_avg",
            "weighted_avg",
            "macro avg",
            "micro avg",
            "weighted avg",
            "samples avg",
            "best",
            "final",
            "last",
            "overall");

    /** Parts of a training: {@code fold1/f1}, {@code class_0/f1}. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?i)(?:fold|class|label|epoch|step|split|batch|iter|iteration|run|seed|cv|layer|checkpoint|ckpt|round|trial|train"
                    + "|val|valid|test|dev)[-_ ]?\\d+|\\d+");

    /** MLflow allows no comma: {@code metric_filter}, and {@code metric_stderr_filter} for its error. */
    private static final Pattern WITH_FILTER = Pattern.compile(
            "(?<metric>.+?)_(?<filter>none|[a-z]+(?:-[a-z0-9]+)+|remove_whitespace|maj@\\d+|get_response)");

    /** Under which parameters of a run the number of shots stands. */
    private static final List<String> SHOTS =
            List.of("num_fewshot", "n_shot", "n_shots", "num_shots", "nshot", "fewshot", "few_shot", "shots");

    private static final Pattern SHOT_COUNT = Pattern.compile("\\d{1,4}(?:\\.0)?");

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
     * @param setup the task and, where key and parameters say so, metric, filter and shots
     * @param stderrKey the key under which its error stands
     */
    public record Score(BenchmarkId benchmark, EvaluationSetup setup, String stderrKey) {}

    /**
     * What a key stands for; empty where it is not a score's.
     *
     * @param params of the run that logged it
     */
    public Optional<Score> read(String key, Map<String, String> params) {
        Integer shots = shots(params);
        if (configured != null) {
            return score(configured.matcher(key), key, shots);
        }
        Optional<Score> asked = score(ASKED_FOR.matcher(key), key, shots).filter(MetricKeys::isNoPart);
        return asked.isPresent() || key.startsWith("eval/")
                ? asked
                : score(HARNESS.matcher(key), key, shots).filter(MetricKeys::isHarness);
    }

    private static @Nullable Integer shots(Map<String, String> params) {
        for (String name : SHOTS) {
            String value = params.get(name);
            if (value != null && SHOT_COUNT.matcher(value.strip()).matches()) {
                return (int) Double.parseDouble(value.strip());
            }
        }
        return null;
    }

    private static boolean isNoPart(Score score) {
        return score.setup().task() != null
                && !NUMBERED.matcher(score.setup().task()).matches();
    }

    private static boolean isHarness(Score score) {
        return isNoPart(score)
                && score.setup().metric() != null
                && HARNESS_METRICS.contains(score.setup().metric())
                && !SPLITS.contains(String.valueOf(score.setup().task()).toLowerCase(Locale.ROOT));
    }

    private static Optional<Score> score(Matcher matcher, String key, @Nullable Integer shots) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String task = matcher.group("benchmark");
        String metric = group(matcher, "metric");
        String filter = group(matcher, "filter");
        if (task == null || task.isBlank() || (metric != null && metric.contains("_stderr"))) {
            return Optional.empty();
        }
        String stderr = key + "_stderr";
        if (metric != null && filter != null && HARNESS_METRICS.contains(filter) && !HARNESS_METRICS.contains(metric)) {
            task = task + "_" + metric; // a subtask: mmlu/humanities/acc
            metric = filter;
            filter = null;
        }
        Matcher joined = WITH_FILTER.matcher(metric == null ? "" : metric);
        if (filter == null && joined.matches() && HARNESS_METRICS.contains(joined.group("metric"))) {
            metric = joined.group("metric");
            filter = joined.group("filter");
            stderr = key.substring(0, key.length() - filter.length()) + "stderr_" + filter;
        }
        EvaluationSetup setup = new EvaluationSetup(task.strip(), metric, filter, null, null, shots, null);
        return Optional.of(new Score(BenchmarkNames.id(setup), setup, stderr));
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.pattern().pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }
}
