package org.eyrie.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where fits and their predictions are kept. Every method may throw {@link StoreUnavailableException}. */
public interface FitStore {

    /**
     * Keeps a fit, which is the latest from then on; one of the same id is replaced, the predictions of which stay.
     *
     * @throws OutdatedFitException if a fit on newer data is kept already; nothing is written then
     */
    void save(Fit fit);

    /** The fit of that id; empty where there is none. */
    Optional<Fit> find(FitId id);

    /** The fit that was saved last, whatever the clocks said; empty where there is none. */
    Optional<Fit> latest();

    /** The latest fit, without what it shares, and the version of the facts: one cheap look that many answers rest on. */
    GraphState state();

    /**
     * Every fit, the one that was saved last first. What a fit shares runs to megabytes and is left out here: it is
     * empty, and {@link #find} has it.
     */
    List<Fit> all();

    /**
     * Keeps predictions, in place of older ones of the same (model, benchmark), whatever fit those came from.
     *
     * @throws UnknownModelException if a model is not in the store; nothing is written then
     * @throws UnknownBenchmarkException if a benchmark is not in the store; nothing is written then
     * @throws UnknownFitException if a fit they come from is not in the store; nothing is written then
     * @throws OutdatedFitException if a fit on newer data than theirs is kept; nothing is written then
     */
    void savePredictions(Collection<Prediction> predictions);

    /** Predictions kept for a model, by benchmark; none for a model that is unknown. */
    default List<Prediction> predictions(ModelId model) {
        return predictions(List.of(model));
    }

    /** Predictions kept for some models, by model, then benchmark; none for models that are unknown. */
    List<Prediction> predictions(Collection<ModelId> models);

    /**
     * How predictions stood the test of scores that came after they were made, by benchmark: those of the latest fit, and
     * of each fit before it up to the next one. Of benchmarks that no such score came of there is nothing.
     */
    List<Hindsight> hindsight();

    /** Forgets a fit and its predictions; nothing happens where there is none. */
    void delete(FitId id);
}
