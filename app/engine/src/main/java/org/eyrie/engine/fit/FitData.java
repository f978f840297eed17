package org.eyrie.engine.fit;

import java.util.List;
import java.util.Map;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Measurement;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;

/**
 * Everything that a fit is made from.
 *
 * @param version of the data, read first: what changes while the rest is read makes the fit stale
 * @param graph every model and derivation
 * @param methods how models were merged, as far as recipes are known
 * @param measured every score as it stands
 * @param items outcomes of single items that can be learned from
 * @param evaluations the same scores, those of some items only corrected for which items they are
 * @param sources who measured what
 */
public record FitData(
        long version,
        Neighbourhood graph,
        Map<ModelId, String> methods,
        List<Evaluation> measured,
        ItemSource items,
        List<Evaluation> evaluations,
        Sources sources) {

    /**
     * Of what was read, wherever from, as if one source had measured all.
     *
     * @param measured every score that the graph has
     * @throws NoFamilyEvidenceException if nothing was measured yet
     */
    public static FitData of(
            long version,
            Neighbourhood graph,
            Map<ModelId, String> methods,
            List<Evaluation> measured,
            ItemSource items) {
        return of(version, graph, methods, measured, items, Sources.NONE);
    }

    private static FitData of(
            long version,
            Neighbourhood graph,
            Map<ModelId, String> methods,
            List<Evaluation> measured,
            ItemSource items,
            Sources sources) {
        List<Evaluation> all = items.measured(measured);
        if (all.isEmpty()) {
            throw new NoFamilyEvidenceException("There is no score to learn from. Import some, for instance with:"
                    + " eyrie import leaderboard --scores FILE");
        }
        return new FitData(version, graph, methods, all, items, items.corrected(all), sources);
    }

    /** Of everything that is in the database. */
    static FitData read(Stores stores) {
        long version = stores.facts().version();
        BackgroundTask<Neighbourhood> graph =
                BackgroundTask.start(() -> stores.lineage().everything());
        List<Measurement> measured = stores.scores().measurements();
        Sources sources = Sources.of(measured, stores.scores().overtaken());
        StoredItems items = new StoredItems(ItemFitting.known(stores.scores()));
        List<Evaluation> scores = measured.stream().map(Measurement::evaluation).toList();
        return of(version, graph.get(), MergeMethods.of(graph.get(), stores.recipes()), scores, items, sources);
    }
}
