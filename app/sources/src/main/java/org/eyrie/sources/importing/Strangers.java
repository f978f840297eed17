package org.eyrie.sources.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.LineageStore;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.Finding;

/** Tells models that are named somewhere from those that only an edge, a score or a recipe mentions. */
final class Strangers {

    private final LineageStore lineage;
    private final Set<ModelId> named = new HashSet<>();

    Strangers(LineageStore lineage) {
        this.lineage = lineage;
    }

    /** Those mentioned in the rows that neither an earlier row nor the store names. Asks the store once. */
    Set<ModelId> among(List<Finding.Row> rows) {
        for (Finding.Row row : rows) {
            if (row instanceof Finding.OfModel model) {
                named.add(model.model().id());
            }
        }
        Set<ModelId> strangers = rows.stream()
                .flatMap(Strangers::mentioned)
                .filter(id -> !named.contains(id))
                .collect(Collectors.toCollection(HashSet::new));
        if (!strangers.isEmpty()) {
            Set<ModelId> known = lineage.known(strangers);
            named.addAll(known);
            strangers.removeAll(known);
        }
        return strangers;
    }

    static Stream<ModelId> mentioned(Finding.Row row) {
        if (row instanceof Finding.OfDerivation edge) {
            return Stream.of(edge.derivation().child(), edge.derivation().parent());
        }
        if (row instanceof Finding.OfEvaluation score) {
            return Stream.of(score.evaluation().model());
        }
        if (row instanceof Finding.OfRecipe recipe) {
            return Stream.of(recipe.recipe().model());
        }
        return Stream.empty();
    }
}
