package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.Arrival;

/** Gathers what a dry run meets, by model, in the order in which models are first spoken of. */
final class Arrivals {

    private final Map<ModelId, Gathered> models = new LinkedHashMap<>();

    void add(Facts facts) {
        facts.models().forEach(model -> of(model.id()));
        for (Derivation edge : facts.derivations()) {
            of(edge.child()).parents.add(edge);
        }
        for (Evaluation score : facts.evaluations()) {
            of(score.model()).scores.add(score.withoutOutcomes());
        }
        facts.recipes().forEach(recipe -> of(recipe.model()));
    }

    List<Arrival> all() {
        List<Arrival> all = new ArrayList<>(models.size());
        models.forEach((model, gathered) -> all.add(new Arrival(model, gathered.parents, gathered.scores)));
        return all;
    }

    private Gathered of(ModelId model) {
        return models.computeIfAbsent(model, id -> new Gathered(new ArrayList<>(0), new ArrayList<>(0)));
    }

    private record Gathered(List<Derivation> parents, List<Evaluation> scores) {}
}
