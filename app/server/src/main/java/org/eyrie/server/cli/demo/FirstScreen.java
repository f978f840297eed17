package org.eyrie.server.cli.demo;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.engine.ask.UnseenScore;
import org.eyrie.engine.ask.UnseenScores;
import org.eyrie.model.BenchmarkId;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.TextTable;

/** What the method is for, on the sample: models predicted as if nobody had evaluated them, beside what they scored. */
final class FirstScreen {

    private static final int ROWS = 8;

    private FirstScreen() {}

    static void print(UnseenScores unseen, PrintWriter out) {
        List<UnseenScore> shown = shown(unseen.scores());
        if (shown.isEmpty()) {
            return;
        }
        out.printf(
                "Models predicted as if nobody had evaluated them, without any score of their own, on %s:%n%n",
                shown.get(0).benchmark());
        TextTable.print(table(shown), out);
        out.printf(
                Locale.ROOT,
                "%nOn this sample: RMSE %.4f, mean of the parents %.4f (%d scores of the %d models with measured parents;"
                        + " \"eyrie backtest\" hides them from the learning too)%n",
                unseen.error(),
                unseen.errorOfParents(),
                unseen.scores().size(),
                unseen.models());
    }

    /** From the best to the worst of the benchmark on which they differ most, at even steps: none is picked by hand. */
    private static List<UnseenScore> shown(List<UnseenScore> scores) {
        Map<BenchmarkId, List<UnseenScore>> byBenchmark =
                scores.stream().collect(Collectors.groupingBy(UnseenScore::benchmark));
        List<UnseenScore> most = byBenchmark.values().stream()
                .max(Comparator.comparingDouble(FirstScreen::squares)
                        .thenComparing(all -> all.get(0).benchmark()))
                .orElse(List.of());
        List<UnseenScore> sorted = most.stream()
                .sorted(Comparator.comparingDouble(UnseenScore::measured)
                        .reversed()
                        .thenComparing(UnseenScore::model))
                .toList();
        int rows = Math.min(ROWS, sorted.size());
        return IntStream.range(0, rows)
                .mapToObj(row -> sorted.get(rows == 1 ? 0 : row * (sorted.size() - 1) / (rows - 1)))
                .toList();
    }

    /** Sum of squared differences from the mean: it grows with how many there are and how much they differ. */
    private static double squares(List<UnseenScore> scores) {
        double mean =
                scores.stream().mapToDouble(UnseenScore::measured).average().orElse(0);
        return scores.stream()
                .mapToDouble(score -> (score.measured() - mean) * (score.measured() - mean))
                .sum();
    }

    private static Table table(List<UnseenScore> scores) {
        Table table = new Table("model", "measured", "predicted", "90 % interval", "mean of its parents");
        for (UnseenScore score : scores) {
            table.row(
                    score.model(),
                    rounded(score.measured()),
                    rounded(score.predicted().mean()),
                    rounded(score.predicted().lower()) + " to "
                            + rounded(score.predicted().upper()),
                    rounded(score.parents()));
        }
        return table;
    }

    private static String rounded(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }
}
