package org.eyrie.sources.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;

/**
 * What is exported.
 *
 * @param models models, each once
 * @param derivations edges between them
 * @param benchmarks what they were evaluated on, or are predicted on
 * @param evaluations their scores, with outcomes where those are exported too
 * @param predictions their predicted scores
 * @param recipes how they were merged
 * @param items names of the items of benchmarks by position, where those are exported too
 */
public record GraphExport(
        List<Model> models,
        List<Derivation> derivations,
        List<Benchmark> benchmarks,
        List<Evaluation> evaluations,
        List<Prediction> predictions,
        List<Recipe> recipes,
        Map<BenchmarkId, List<String>> items) {

    public GraphExport {
        models = List.copyOf(models);
        derivations = List.copyOf(derivations);
        benchmarks = List.copyOf(benchmarks);
        evaluations = List.copyOf(evaluations);
        predictions = List.copyOf(predictions);
        recipes = List.copyOf(recipes);
        items = new TreeMap<>(items);
    }

    Map<ModelId, List<Derivation>> parents() {
        return by(derivations, Derivation::child);
    }

    Map<ModelId, List<Evaluation>> scores() {
        return by(evaluations, Evaluation::model);
    }

    /**
     * Predictions as they may stand beside the scores: where there is a score, as if there were none ({@code leftOut} says
     * so); none where nothing but the score itself says anything.
     */
    Map<ModelId, List<Prediction>> predicted() {
        Set<List<Object>> measured = evaluations.stream()
                .map(score -> List.<Object>of(score.model(), score.benchmark()))
                .collect(Collectors.toSet());
        List<Prediction> shown = predictions.stream()
                .filter(each -> each.leftOut() != null || !measured.contains(List.of(each.model(), each.benchmark())))
                .map(Prediction::withoutOwn)
                .toList();
        return by(shown, Prediction::model);
    }

    private static <T> Map<ModelId, List<T>> by(List<T> rows, Function<T, ModelId> model) {
        return rows.stream().collect(Collectors.groupingBy(model, TreeMap::new, Collectors.toList()));
    }
}
