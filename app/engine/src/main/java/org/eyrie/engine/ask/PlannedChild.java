package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.model.Derivation;
import org.eyrie.model.Fault;
import org.eyrie.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * A planned model as it stands in the graph while it is asked about.
 *
 * @param model with all its traits, given and assumed
 * @param derivations from its parents
 * @param traits where each of them is from
 * @param faults what keeps it from being made, each with its cure
 * @param method how it would be merged, or null
 */
record PlannedChild(
        Model model,
        List<Derivation> derivations,
        List<PlannedTrait> traits,
        List<Fault> faults,
        @Nullable String method) {

    PlannedChild {
        derivations = List.copyOf(derivations);
        traits = List.copyOf(traits);
        faults = List.copyOf(faults);
    }

    /** Whether the plan has no name of its own. */
    boolean isNameless() {
        return model.id().value().startsWith(Numbering.UNNAMED);
    }

    /** Whether the plan says so itself. */
    boolean gives(String trait) {
        return traits.stream().anyMatch(each -> each.given() && each.name().equals(trait));
    }
}
