package org.eyrie.sources.spi;

import java.util.List;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;

/**
 * What an import would bring of one model.
 *
 * @param model whose
 * @param parents derivations from its parents
 * @param scores its scores, without outcomes
 */
public record Arrival(ModelId model, List<Derivation> parents, List<Evaluation> scores) {

    public Arrival {
        parents = List.copyOf(parents);
        scores = List.copyOf(scores);
    }
}
