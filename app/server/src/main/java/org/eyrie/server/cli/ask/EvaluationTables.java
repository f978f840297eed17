package org.eyrie.server.cli.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.EvaluationChoice;
import org.eyrie.model.BenchmarkId;
import org.eyrie.server.out.Table;

/** What to evaluate next as a table, and in sentences. */
final class EvaluationTables {

    /** Measured cells that are named; --json has them all. */
    private static final int NAMED = 12;

    private EvaluationTables() {}

    static Table runs(EvaluationChoice choice) {
        boolean howGood = choice.model() != null;
        Table table = new Table(
                "model",
                "benchmark",
                "cost",
                howGood ? "variance_taken" : "gain",
                howGood ? "taken_per_1000" : "gain_per_1000",
                howGood ? "expected_width" : "expected_score");
        choice.runs()
                .forEach(run -> table.row(
                        run.model(), run.benchmark(), run.cost(), run.gain(), 1000 * run.gainPerCost(), run.after()));
        return table;
    }

    static String now(EvaluationChoice choice) {
        String benchmarks = choice.benchmarks().stream().map(BenchmarkId::value).collect(Collectors.joining(", "));
        if (choice.best() != null) {
            return String.format(
                    Locale.ROOT,
                    "Now one would take %s: %.4f expected on %s.",
                    choice.best(),
                    choice.now(),
                    benchmarks);
        }
        return benchmarks.isEmpty()
                ? choice.model() + " was measured on all of that."
                : String.format(
                        Locale.ROOT,
                        "Now the interval of %s is %.4f wide in the mean on %s.",
                        choice.model(),
                        choice.now(),
                        benchmarks);
    }

    /** What is measured already, so that it was not proposed. */
    static List<String> measured(EvaluationChoice choice) {
        List<String> lines = new ArrayList<>();
        if (!choice.measured().isEmpty()) {
            lines.add("");
            lines.add("Measured already:");
            choice.measured().stream()
                    .limit(NAMED)
                    .map(cell -> String.format(
                            Locale.ROOT, "  %s on %s: %.4f", cell.model(), cell.benchmark(), cell.score()))
                    .forEach(lines::add);
            int more = choice.measured().size() - NAMED;
            if (more > 0) {
                lines.add("  and " + more + " more, which --json has");
            }
        }
        return lines;
    }
}
