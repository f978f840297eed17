package org.eyrie.server.cli.importing;

import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.sources.mlflow.MetricKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the numbers that are logged are scores. */
final class MetricKeyOptions {

    @Option(
            names = "--metric-pattern",
            paramLabel = "REGEX",
            description = "Which metrics are scores, by a pattern for the whole key with the group benchmark and, if"
                    + " wanted, metric and filter. Default: eval/<benchmark>/<metric>, and <task>/<metric> of lm-eval.")
    private @Nullable String pattern;

    /** @throws WrongUseException if the pattern is none */
    MetricKeys keys() {
        try {
            return pattern == null ? MetricKeys.DEFAULT : MetricKeys.matching(pattern);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(String.valueOf(e.getMessage()));
        }
    }
}
