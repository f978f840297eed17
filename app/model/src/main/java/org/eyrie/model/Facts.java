package org.eyrie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts that are written together or not at all.
 *
 * @param models models, in any order
 * @param derivations edges; an end that no model names becomes a stub
 * @param benchmarks benchmarks
 * @param evaluations scores; a model or benchmark that is not there yet becomes a stub
 * @param recipes how merges were made; a model that is not there yet becomes a stub
 * @param provenance where they came from, or null where nobody says
 */
public record Facts(
        List<Model> models,
        List<Derivation> derivations,
        List<Benchmark> benchmarks,
        List<Evaluation> evaluations,
        List<Recipe> recipes,
        @Nullable Provenance provenance) {

    public Facts {
        models = List.copyOf(models);
        derivations = List.copyOf(derivations);
        benchmarks = List.copyOf(benchmarks);
        evaluations = List.copyOf(evaluations);
        recipes = List.copyOf(recipes);
    }

    /** Facts without recipes. */
    public Facts(
            List<Model> models,
            List<Derivation> derivations,
            List<Benchmark> benchmarks,
            List<Evaluation> evaluations) {
        this(models, derivations, benchmarks, evaluations, List.of(), null);
    }

    /** The same facts with where they came from. */
    public Facts from(Provenance origin) {
        return new Facts(models, derivations, benchmarks, evaluations, recipes, origin);
    }

    public static Facts models(List<Model> models) {
        return new Facts(models, List.of(), List.of(), List.of());
    }

    public static Facts derivations(List<Derivation> derivations) {
        return new Facts(List.of(), derivations, List.of(), List.of());
    }

    public static Facts benchmarks(List<Benchmark> benchmarks) {
        return new Facts(List.of(), List.of(), benchmarks, List.of());
    }

    public static Facts evaluations(List<Evaluation> evaluations) {
        return new Facts(List.of(), List.of(), List.of(), evaluations);
    }

    public static Facts recipes(List<Recipe> recipes) {
        return new Facts(List.of(), List.of(), List.of(), List.of(), recipes, null);
    }
}
