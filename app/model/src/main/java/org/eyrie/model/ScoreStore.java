package org.eyrie.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Read access to benchmarks and scores. Every method may throw {@link StoreUnavailableException}. */
public interface ScoreStore {

    /** Every benchmark, by id. */
    List<Benchmark> benchmarks();

    /**
     * Scores of some models, by model, then benchmark; models that are unknown or not evaluated yield nothing.
     * Outcomes are left out.
     */
    List<Evaluation> of(Collection<ModelId> models);

    /** Every score, by model, then benchmark. Outcomes are left out. */
    List<Evaluation> all();

    /** The same as {@link #all()}, each with what it was read from. */
    List<Measurement> measurements();

    /** The same as {@link #of}, each with what it was read from. */
    List<Measurement> measurements(Collection<ModelId> models);

    /**
     * Scores that gave way to other ones, by an import that was not taken back: by model, then benchmark, the latest first.
     * What gave way to an equal score is not among them.
     */
    List<Measurement> overtaken();

    /** The same of some models; models that are unknown yield nothing. */
    List<Measurement> overtaken(Collection<ModelId> models);

    /**
     * Scores on one benchmark that are known item by item, with their outcomes, by model. Where items have names all
     * outcomes are of one length and line up.
     *
     * @throws UnknownBenchmarkException if the benchmark is not in the store
     */
    List<Evaluation> outcomes(BenchmarkId benchmark);

    /**
     * Names of a benchmark's items by position; none where outcomes are known by position alone.
     *
     * @throws UnknownBenchmarkException if the benchmark is not in the store
     */
    List<String> itemNames(BenchmarkId benchmark);

    /**
     * Scores of some models that are known item by item, with their outcomes, by model, then benchmark; models that are
     * unknown or not known item by item yield nothing.
     */
    List<Evaluation> outcomes(Collection<ModelId> models);

    /**
     * Models by their score on a benchmark, best first, then by id.
     *
     * @param family only models of this founder's family, the founder included; null for all
     * @param limit how many at most, at least one
     * @throws UnknownBenchmarkException if the benchmark is not in the store
     * @throws UnknownModelException if the founder is not in the store
     */
    List<Evaluation> best(BenchmarkId benchmark, @Nullable ModelId family, int limit);

    /** What a score was read from when it was last created or changed; empty where nobody says, or there is none. */
    Optional<Provenance> recorded(ModelId model, BenchmarkId benchmark);

    /** How much is measured, per benchmark, by id. */
    List<Coverage> coverage();

    /**
     * How much of a benchmark is measured.
     *
     * @param benchmark the benchmark
     * @param evaluated number of models with a score on it
     * @param withOutcomes number of models known item by item
     * @param models number of models in the store
     */
    record Coverage(BenchmarkId benchmark, int evaluated, int withOutcomes, int models) {}
}
