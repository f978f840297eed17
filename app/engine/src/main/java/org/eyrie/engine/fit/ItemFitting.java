package org.eyrie.engine.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.lrmf.items.ItemFit;
import org.eyrie.lrmf.items.ItemProblem;
import org.eyrie.lrmf.items.ItemSettings;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Payload;
import org.eyrie.model.ScoreStore;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/** Fits the items of every benchmark that enough models are known item by item on; all of them in one fit. */
public final class ItemFitting {

    /** With fewer models, what an item is like is mostly luck. */
    public static final int FEWEST_MODELS = 30;

    private ItemFitting() {}

    /**
     * Outcomes that can be learned from.
     *
     * @param names benchmarks with enough models
     * @param evaluations with outcomes, on those benchmarks
     */
    public record Known(ItemNames names, List<Evaluation> evaluations) {}

    /**
     * Reads outcomes. Where the models of a benchmark differ in the number of items, those with the commonest number
     * are taken: the others are of another version of the benchmark.
     */
    public static Known known(ScoreStore scores) {
        List<BenchmarkId> benchmarks = new ArrayList<>();
        List<Integer> items = new ArrayList<>();
        List<Integer> models = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        for (ScoreStore.Coverage coverage : scores.coverage()) {
            if (coverage.withOutcomes() < FEWEST_MODELS) {
                continue;
            }
            List<Evaluation> all = scores.outcomes(coverage.benchmark());
            int length = commonest(all);
            List<Evaluation> alike =
                    all.stream().filter(each -> length(each) == length).toList();
            if (alike.size() >= FEWEST_MODELS) {
                benchmarks.add(coverage.benchmark());
                items.add(length);
                models.add(alike.size());
                evaluations.addAll(alike);
            }
        }
        return new Known(new ItemNames(benchmarks, items, models, List.of()), evaluations);
    }

    private static int length(Evaluation evaluation) {
        Outcomes outcomes = evaluation.outcomes();
        return outcomes == null ? 0 : outcomes.items();
    }

    private static int commonest(List<Evaluation> evaluations) {
        Map<Integer, Integer> counts = new HashMap<>();
        evaluations.forEach(each -> counts.merge(length(each), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** What there is to fit, with rows as {@code numbering} has them. */
    public static ItemProblem problem(Known known, Numbering numbering, ItemTies ties) {
        ItemNumbering items = new ItemNumbering(known.names(), numbering);
        OutcomeTable table = items.table(known.evaluations(), List.of());
        return ItemProblem.of(numbering.problem().lineage().relations(), table, items.blocks(), items.ties(ties));
    }

    /**
     * Fits.
     *
     * @param field of whole benchmarks, over the same models
     * @return empty where no benchmark has enough models
     * @throws CancelledException if {@code progress} asks for it
     */
    static Optional<ItemContents> fit(
            Known known, Numbering numbering, FamilyPosterior field, FitSettings settings, Progress progress) {
        if (known.names().benchmarks().isEmpty()) {
            return Optional.empty();
        }
        ItemProblem problem = problem(known, numbering, settings.ties());
        ItemFit.Result result = ItemFit.fit(
                        problem, field, ItemSettings.usual(settings.seed()), RunContext.usual(progress))
                .orElseThrow(() -> new CancelledException("The fit was cancelled; nothing was written."));
        List<ModelId> mates = result.mates().stream()
                .map(row -> numbering.models().get(row).id())
                .toList();
        return Optional.of(new ItemContents(
                known.names().remembering(mates), Payload.of(result.shared().toBytes())));
    }
}
