package org.eyrie.sources.leaderboard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a table of scores is to be read.
 *
 * @param percentages whether its numbers are percentages
 * @param benchmarks columns that are benchmarks of their names, a row being a model; none where each row is one score
 */
public record ScoreColumns(boolean percentages, List<String> benchmarks) {

    /** A score a row, from 0 to 1. */
    public static final ScoreColumns USUAL = new ScoreColumns(false, List.of());

    /** What is computed of the others, or stands beside them. */
    private static final Set<String> NO_BENCHMARKS = Set.of(
            "average",
            "avg",
            "mean",
            "overall",
            "total",
            "rank",
            "#",
            "size",
            "params",
            "parameters",
            "precision",
            "type",
            "license",
            "date",
            "source",
            "notes",
            "organization",
            "revision",
            "link",
            "url");

    private static final int NAMED = 8;

    public ScoreColumns {
        benchmarks = benchmarks.stream().map(String::strip).toList();
    }

    /** What a table without the usual columns may be, and what to do; null where nobody can know. */
    static @Nullable String advice(List<String> header) {
        if (header.contains("fullname")) {
            return "These are columns of the Open LLM Leaderboard: eyrie import open-llm-leaderboard reads them";
        }
        if (header.stream().noneMatch(column -> column.equalsIgnoreCase("model")) || header.size() < 2) {
            return null;
        }
        List<String> candidates = header.stream()
                .filter(column -> !column.isBlank() && !column.equalsIgnoreCase("model"))
                .filter(column -> !NO_BENCHMARKS.contains(column.toLowerCase(Locale.ROOT)))
                .toList();
        return candidates.isEmpty()
                ? null
                : "Where each benchmark has a column of its own, name those that are one: --score-columns "
                        + quotedIfNeeded(String.join(",", candidates.subList(0, Math.min(NAMED, candidates.size()))))
                        + (candidates.size() > NAMED ? ",..." : "");
    }

    private static String quotedIfNeeded(String list) {
        return list.matches("[\\w.,+-]+") ? list : '"' + list + '"';
    }
}
