package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.engine.graph.GraphView;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;

/** Families of several models in one piece of lineage, and planned models put into it. */
final class FamilyReading {

    /**
     * Up to so many models each is read with its own nearest relatives, as one planned model's parents are; of more, those
     * who are somebody's relative already are not read again.
     */
    private static final int FEW = 16;

    private FamilyReading() {}

    /**
     * The families of some models, unchanged.
     *
     * @throws org.eyrie.model.UnknownModelException if one of the models is unknown
     */
    static Neighbourhood of(Collection<ModelId> models, GraphView graph) {
        Map<ModelId, Model> found = new LinkedHashMap<>();
        Set<Derivation> derivations = new LinkedHashSet<>();
        boolean truncated = false;
        boolean few = models.size() <= FEW;
        for (ModelId model : models) {
            if (found.containsKey(model) && !(truncated && few)) {
                continue; // its family is there already
            }
            Neighbourhood family = graph.neighbourhood(model, few ? FamilySolver.NEAREST : FamilySolver.FAMILY);
            family.models().forEach(member -> found.putIfAbsent(member.id(), member));
            derivations.addAll(family.derivations());
            truncated |= family.truncated();
        }
        return new Neighbourhood(List.copyOf(found.values()), List.copyOf(derivations), truncated);
    }

    /** Planned models first, and the families behind them. */
    static Neighbourhood with(List<PlannedChild> planned, Neighbourhood families) {
        List<Model> models = new ArrayList<>(planned.size() + families.models().size());
        List<Derivation> derivations = new ArrayList<>(families.derivations());
        for (PlannedChild child : planned) {
            models.add(child.model());
            derivations.addAll(child.derivations());
        }
        models.addAll(families.models());
        return new Neighbourhood(models, derivations, families.truncated());
    }
}
