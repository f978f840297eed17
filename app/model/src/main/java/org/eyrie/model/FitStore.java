package org.eyrie.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where fits and their predictions are kept. Every method may throw {@link StoreUnavailableException}. */
public interface FitStore {

    /** Keeps a fit; one of the same id is replaced. */
    void save(Fit fit);

    /** The fit of that id; empty where there is none. */
    Optional<Fit> find(FitId id);

    /** The fit that ended last; empty where there is none. */
    Optional<Fit> latest();

    /** Every fit, the one that ended last first. */
    List<Fit> all();

    /**
     * Keeps predictions, in place of older ones of the same (model, benchmark), whatever fit those came from.
     *
     * @throws UnknownModelException if a model is not in the store; nothing is written then
     * @throws UnknownBenchmarkException if a benchmark is not in the store; nothing is written then
     */
    void savePredictions(Collection<Prediction> predictions);

    /** Predictions kept for a model, by benchmark; none for a model that is unknown. */
    List<Prediction> predictions(ModelId model);

    /** Forgets a fit and its predictions; nothing happens where there is none. */
    void delete(FitId id);
}
