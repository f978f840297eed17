package org.eyrie.engine.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.engine.fit.Sources;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;

/**
 * What answers ask of lineage and scores. Every method may throw
 * {@link org.eyrie.model.StoreUnavailableException}.
 */
public interface GraphView {

    /** The model of that id; empty where there is none. */
    Optional<Model> find(ModelId id);

    /** Those of the ids that are models. */
    Set<ModelId> known(Collection<ModelId> ids);

    /** Every benchmark, by id. */
    List<Benchmark> benchmarks();

    /**
     * A model and its relatives in either direction, nearest first, those of one distance by id.
     *
     * @param maxModels from one to {@link org.eyrie.model.LineageStore#MAX_MODELS}
     * @throws org.eyrie.model.UnknownModelException if there is no such model
     */
    Neighbourhood neighbourhood(ModelId model, int maxModels);

    /** The whole graph; models by id. */
    Neighbourhood everything();

    /** Scores of some models, by model, then benchmark, without outcomes. */
    List<Evaluation> scores(Collection<ModelId> models);

    /** Every score, likewise. */
    List<Evaluation> scores();

    /** Scores of some models that are known item by item, with their outcomes. */
    List<Evaluation> outcomes(Collection<ModelId> models);

    /** Who measured some models' scores, and what those replaced. */
    Sources sources(Collection<ModelId> models);

    /** Who measured every score, and what they replaced. */
    Sources sources();

    /** The method of every merge in a piece of lineage that has a recipe. */
    Map<ModelId, String> methods(Neighbourhood graph);
}
