package org.eyrie.engine.ask;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.engine.graph.GraphView;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;

/**
 * A planned model among the families of its parents.
 *
 * @param child the plan with the traits that it is taken to have
 */
record PlannedFamily(PlannedChild child, Neighbourhood families) {

    /**
     * Reads the families.
     *
     * @throws org.eyrie.model.UnknownModelException if a parent is unknown
     */
    static PlannedFamily of(PlannedModel planned, GraphView graph, LocalDate today) {
        Neighbourhood families = FamilyReading.of(
                planned.parents().stream().map(PlannedModel.Parent::id).toList(), graph);
        Map<ModelId, Model> known =
                families.models().stream().collect(Collectors.toMap(Model::id, Function.identity()));
        return new PlannedFamily(TraitAssumptions.child(planned, known, today), families);
    }

    SolvedFamily solved(Moment now) {
        return now.solve(List.of(child), families);
    }
}
