package org.eyrie.engine.fit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eyrie.model.Architecture;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.ModelName;
import org.jspecify.annotations.Nullable;

/**
 * The names behind the columns and categories of a fit, in the order they were numbered in. A family is solved on its
 * own later, with the shared part of the fit, and must be numbered alike.
 *
 * @param benchmarks column by column
 * @param sources the columns after those: benchmarks as another source measured them
 * @param architectures category by category; so are the others
 */
public record Dictionary(
        List<BenchmarkId> benchmarks,
        List<SourceColumn> sources,
        List<String> architectures,
        List<String> types,
        List<String> authors,
        List<String> precisions,
        List<String> series,
        List<String> methods) {

    public Dictionary {
        benchmarks = List.copyOf(benchmarks);
        sources = List.copyOf(sources);
        architectures = List.copyOf(architectures);
        types = List.copyOf(types);
        authors = List.copyOf(authors);
        precisions = List.copyOf(precisions);
        series = List.copyOf(series);
        methods = List.copyOf(methods);
    }

    /** Every benchmark with a score and every category, sorted: the order of the input does not matter. */
    public static Dictionary of(Collection<Model> models, Collection<Evaluation> evaluations) {
        return of(models, evaluations, Map.of(), Sources.NONE);
    }

    /**
     * The same.
     *
     * @param methods how models were merged, as far as recipes are known
     * @param sources who measured what
     */
    public static Dictionary of(
            Collection<Model> models,
            Collection<Evaluation> evaluations,
            Map<ModelId, String> methods,
            Sources sources) {
        return new Dictionary(
                evaluations.stream()
                        .map(Evaluation::benchmark)
                        .distinct()
                        .sorted()
                        .toList(),
                sources.columns(evaluations),
                distinct(models, model -> Architecture.of(model.traits().architecture())),
                distinct(models, model -> model.traits().type()),
                distinct(models, model -> ModelName.of(model.id()).author()),
                distinct(models, model -> model.traits().precision()),
                distinct(models, model -> ModelName.of(model.id()).series()),
                distinct(models, model -> methods.get(model.id())));
    }

    private static List<String> distinct(Collection<Model> models, Function<Model, @Nullable String> trait) {
        return models.stream()
                .map(trait)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
