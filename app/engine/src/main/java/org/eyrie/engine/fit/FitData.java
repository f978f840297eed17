package org.eyrie.engine.fit;

import java.util.List;
import java.util.Map;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;

/**
 * Everything in the database that a fit is made from.
 *
 * @param version of the data, read first: what changes while the rest is read makes the fit stale
 * @param graph every model and derivation
 * @param methods how models were merged, as far as recipes are known
 * @param measured every score as it stands
 * @param known outcomes of single items that can be learned from
 * @param evaluations the same scores, those of some items only corrected for which items they are
 */
record FitData(
        long version,
        Neighbourhood graph,
        Map<ModelId, String> methods,
        List<Evaluation> measured,
        ItemFitting.Known known,
        List<Evaluation> evaluations) {

    /** @throws NoFamilyEvidenceException if nothing was measured yet */
    static FitData read(Stores stores) {
        long version = stores.facts().version();
        BackgroundTask<Neighbourhood> graph =
                BackgroundTask.start(() -> stores.lineage().everything());
        List<Evaluation> measured = stores.scores().all();
        ItemFitting.Known known = ItemFitting.known(stores.scores());
        FitData data = new FitData(
                version,
                graph.get(),
                MergeMethods.of(graph.get(), stores.recipes()),
                measured,
                known,
                PartialScores.from(known).corrected(measured, known.evaluations()));
        if (measured.isEmpty()) {
            throw new NoFamilyEvidenceException("There is no score to learn from. Import some, for instance with:"
                    + " eyrie import leaderboard --scores FILE");
        }
        return data;
    }
}
