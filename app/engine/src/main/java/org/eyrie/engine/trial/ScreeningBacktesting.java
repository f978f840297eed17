package org.eyrie.engine.trial;

import java.util.List;
import org.eyrie.engine.fit.Dictionary;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.trial.predictor.Contestants;
import org.eyrie.lrmf.trial.screening.ScreeningTrial;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;
import org.eyrie.task.Progress;

/** Hides all that was made of models with many children and chooses which of the children to evaluate. */
public final class ScreeningBacktesting {

    private static final int[] BUDGETS = {1, 3, 5, 10};

    private final Stores stores;

    public ScreeningBacktesting(Stores stores) {
        this.stores = stores;
    }

    /**
     * Runs the experiment on everything in the database.
     *
     * @throws NoFamilyEvidenceException if no model has enough measured children
     * @throws org.eyrie.task.CancelledException if it is cancelled
     */
    public ScreeningTrial.Outcome run(FitSettings settings, Progress progress) {
        Neighbourhood graph = stores.lineage().everything();
        List<Evaluation> evaluations = stores.scores().all();
        Numbering numbering = new Numbering(Dictionary.of(graph.models(), evaluations), graph, evaluations);
        ScreeningTrial trial = new ScreeningTrial(numbering.problem(), Fitting.settings(settings), BUDGETS);
        if (trial.families() == 0) {
            throw new NoFamilyEvidenceException("Cannot run screening: it needs a model with "
                    + ScreeningTrial.FEWEST_CHILDREN + " children that were measured on what most models were.");
        }
        return trial.run(Contestants.ofScreening(), progress);
    }
}
