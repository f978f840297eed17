package org.eyrie.server.cli.ask;

import java.util.Locale;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.ItemAnswer;
import org.eyrie.engine.ask.NextRuns;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.server.out.Table;

/** Answers about items as tables, and in a sentence. */
final class ItemTables {

    private ItemTables() {}

    static Table items(ItemAnswer answer) {
        Table table = new Table("item", "observed", "probability", "lower", "upper");
        answer.items()
                .forEach(item -> table.row(
                        item.item(),
                        item.observed() == null ? null : item.observed() ? 1 : 0,
                        item.probability(),
                        item.lower(),
                        item.upper()));
        return table;
    }

    static String sentence(ItemAnswer answer) {
        return sentence(answer.model(), answer.benchmark(), answer.whole())
                + String.format(
                        Locale.ROOT,
                        ", from %d of its %d items, %d items elsewhere, %d own scores, %d relatives known item by item",
                        answer.evidence().itemsObserved(),
                        answer.evidence().items(),
                        answer.evidence().itemsElsewhere(),
                        answer.evidence().ownScores(),
                        answer.evidence().relativesKnown());
    }

    static String sentence(ModelId model, BenchmarkId benchmark, Estimate whole) {
        return String.format(
                Locale.ROOT,
                "%s on all of %s: %.3f (%.0f %%: %.3f to %.3f)",
                model,
                benchmark,
                whole.mean(),
                100 * whole.level(),
                whole.lower(),
                whole.upper());
    }

    /** What is measured of the model already, in a sentence. */
    static String known(NextRuns runs) {
        String scores = runs.measured().stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s %.3f%s",
                        each.benchmark(),
                        each.score(),
                        each.items() == null ? "" : " (of " + each.items() + " items)"))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Known already: %d items of %s; scores: %s.",
                runs.itemsKnown(),
                runs.benchmark(),
                scores.isEmpty() ? "none" : scores);
    }

    static Table items(NextRuns runs) {
        Table table = new Table("step", "item", "cost", "total_cost", "expected_width");
        for (int n = 0; n < runs.items().size(); n++) {
            NextRuns.ItemRun run = runs.items().get(n);
            table.row(n + 1, run.item(), run.cost(), run.totalCost(), run.width());
        }
        return table;
    }

    static Table benchmarks(NextRuns runs) {
        Table table = new Table("benchmark", "items", "variance_taken");
        runs.benchmarks().forEach(run -> table.row(run.benchmark(), run.items(), run.shrink()));
        return table;
    }
}
