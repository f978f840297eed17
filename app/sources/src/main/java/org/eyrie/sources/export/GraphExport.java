package org.eyrie.sources.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;

/**
 * What is exported.
 *
 * @param models models, each once
 * @param derivations edges between them
 * @param evaluations their scores
 * @param predictions their predicted scores
 */
public record GraphExport(
        List<Model> models, List<Derivation> derivations, List<Evaluation> evaluations, List<Prediction> predictions) {

    public GraphExport {
        models = List.copyOf(models);
        derivations = List.copyOf(derivations);
        evaluations = List.copyOf(evaluations);
        predictions = List.copyOf(predictions);
    }

    Map<ModelId, List<Derivation>> parents() {
        return by(derivations, Derivation::child);
    }

    Map<ModelId, List<Evaluation>> scores() {
        return by(evaluations, Evaluation::model);
    }

    Map<ModelId, List<Prediction>> predicted() {
        return by(predictions, Prediction::model);
    }

    private static <T> Map<ModelId, List<T>> by(List<T> rows, Function<T, ModelId> model) {
        return rows.stream().collect(Collectors.groupingBy(model, TreeMap::new, Collectors.toList()));
    }
}
