package org.eyrie.server.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.server.out.Table;

/** How many items of each task were solved, tasks in the order of the items. */
final class TaskScores {

    private record Count(int items, int solved) {

        double share() {
            return (double) solved / items;
        }
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();

    private TaskScores() {}

    static TaskScores of(List<BenchmarkItem> items, boolean[] solved) {
        TaskScores scores = new TaskScores();
        for (int i = 0; i < solved.length; i++) {
            Count one = new Count(1, solved[i] ? 1 : 0);
            scores.counts.merge(
                    items.get(i).task(),
                    one,
                    (sum, more) -> new Count(sum.items() + more.items(), sum.solved() + more.solved()));
        }
        return scores;
    }

    /** A row a task, and one of their mean, in which each task counts the same. */
    Table table() {
        Table table = new Table("task", "items", "solved", "score", "stderr");
        counts.forEach((task, count) -> table.row(
                task, count.items(), count.solved(), rounded(count.share()), rounded(Math.sqrt(variance(count)))));
        int items = counts.values().stream().mapToInt(Count::items).sum();
        int solved = counts.values().stream().mapToInt(Count::solved).sum();
        double mean =
                counts.values().stream().mapToDouble(Count::share).average().orElse(0);
        double variance =
                counts.values().stream().mapToDouble(TaskScores::variance).sum();
        return table.row("mean of tasks", items, solved, rounded(mean), rounded(Math.sqrt(variance) / counts.size()));
    }

    private static double variance(Count count) {
        return count.share() * (1 - count.share()) / count.items();
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
