package org.eyrie.sources.export;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;

/**
 * An export of few models, all of it in one part.
 *
 * @param models models, each once
 * @param derivations edges between them
 * @param benchmarks what they were evaluated on, or are predicted on
 * @param evaluated their scores, with outcomes where those are exported too
 * @param predictions their predicted scores
 * @param recipes how they were merged
 * @param itemNames names of the items of benchmarks by position, where those are exported too
 */
public record GraphExport(
        List<Model> models,
        List<Derivation> derivations,
        List<Benchmark> benchmarks,
        List<Evaluation> evaluated,
        List<Prediction> predictions,
        List<Recipe> recipes,
        Map<BenchmarkId, List<String>> itemNames)
        implements ExportSource, ExportPart {

    public GraphExport {
        models = List.copyOf(models);
        derivations = List.copyOf(derivations);
        benchmarks = List.copyOf(benchmarks);
        evaluated = List.copyOf(evaluated);
        predictions = List.copyOf(predictions);
        recipes = List.copyOf(recipes);
        itemNames = new TreeMap<>(itemNames);
    }

    @Override
    public List<String> items(BenchmarkId benchmark) {
        return itemNames.getOrDefault(benchmark, List.of());
    }

    @Override
    public boolean isPredicted() {
        return !predictions.isEmpty();
    }

    @Override
    public Iterable<ExportPart> parts() {
        return List.of(this);
    }

    @Override
    public Stream<Evaluation> evaluations() {
        return evaluated.stream();
    }

    @Override
    public Map<ModelId, String> revisions(Set<ModelId> wanted) {
        return models.stream()
                .filter(model -> model.revision() != null && wanted.contains(model.id()))
                .collect(Collectors.toMap(Model::id, model -> Objects.requireNonNull(model.revision())));
    }
}
