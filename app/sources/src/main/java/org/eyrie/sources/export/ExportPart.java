package org.eyrie.sources.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;

/** Some models and what is known of them. Whatever is asked for is read then, so that nobody waits for what no format wants. */
public interface ExportPart {

    /** The models, each once. */
    List<Model> models();

    /** What they were made from, by child in the order of the models. */
    List<Derivation> derivations();

    /** Their scores, with outcomes where those are exported; in the order of the models. Outcomes are long: read on the way. */
    Stream<Evaluation> evaluations();

    /** Their predicted scores. */
    List<Prediction> predictions();

    /** How they were merged. */
    List<Recipe> recipes();

    /** Revisions of those of some models that have one. */
    Map<ModelId, String> revisions(Set<ModelId> models);

    /** The derivations of each child. */
    default Map<ModelId, List<Derivation>> parents() {
        return by(derivations().stream(), Derivation::child);
    }

    /** The scores of each model. */
    default Map<ModelId, List<Evaluation>> scores() {
        return by(evaluations(), Evaluation::model);
    }

    /**
     * Predictions as they may stand beside the scores: where there is a score, as if there were none ({@code leftOut} says
     * so); none where nothing but the score itself says anything.
     */
    default Map<ModelId, List<Prediction>> predicted(Map<ModelId, List<Evaluation>> scores) {
        Set<List<Object>> measured = new HashSet<>();
        scores.values().forEach(all -> all.forEach(score -> measured.add(List.of(score.model(), score.benchmark()))));
        return by(
                predictions().stream()
                        .filter(each ->
                                each.leftOut() != null || !measured.contains(List.of(each.model(), each.benchmark())))
                        .map(Prediction::withoutOwn),
                Prediction::model);
    }

    private static <T> Map<ModelId, List<T>> by(Stream<T> rows, Function<T, ModelId> model) {
        return rows.collect(Collectors.groupingBy(model, HashMap::new, Collectors.toList()));
    }
}
