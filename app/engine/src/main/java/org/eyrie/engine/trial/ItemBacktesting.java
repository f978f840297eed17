package org.eyrie.engine.trial;

import java.util.List;
import org.eyrie.engine.fit.Dictionary;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.engine.fit.ItemFitting;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.items.ItemBacktest;
import org.eyrie.lrmf.items.ItemProblem;
import org.eyrie.lrmf.items.ItemSettings;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;
import org.eyrie.task.Progress;

/** Hides models that are known item by item and foretells what they answer. */
public final class ItemBacktesting {

    private final Stores stores;

    public ItemBacktesting(Stores stores) {
        this.stores = stores;
    }

    /**
     * What the experiment showed.
     *
     * @param benchmarks by the numbers that figures have
     */
    public record Outcome(List<BenchmarkId> benchmarks, ItemBacktest.Outcome figures) {}

    /**
     * Runs the experiment on everything in the database.
     *
     * @throws NoFamilyEvidenceException if too few models are known item by item
     * @throws org.eyrie.task.CancelledException if it is cancelled
     */
    public Outcome run(FitSettings settings, Progress progress) {
        Neighbourhood graph = stores.lineage().everything();
        List<Evaluation> evaluations = stores.scores().all();
        ItemFitting.Known known = ItemFitting.known(stores.scores());
        long models =
                known.evaluations().stream().map(Evaluation::model).distinct().count();
        if (models < ItemBacktest.FEWEST_MODELS) {
            throw new NoFamilyEvidenceException("Cannot run items: it needs " + ItemBacktest.FEWEST_MODELS
                    + " models known item by item, and there are " + models
                    + ". Import some, for instance with: eyrie import instances --benchmark NAME FILE");
        }
        Numbering numbering = new Numbering(Dictionary.of(graph.models(), evaluations), graph, evaluations);
        ItemProblem problem = ItemFitting.problem(known, numbering, settings.ties());
        ItemBacktest.Outcome figures = new ItemBacktest(
                        numbering.problem(),
                        problem,
                        Fitting.settings(settings),
                        ItemSettings.usual(settings.seed()),
                        IntervalLevel.USUAL)
                .run(ItemBacktest.FOLDS, RunContext.usual(progress));
        return new Outcome(known.names().benchmarks(), figures);
    }
}
