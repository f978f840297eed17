package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.engine.evidence.FamilySpread;
import org.eyrie.engine.evidence.PlainAverages;
import org.eyrie.engine.fit.Dictionary;
import org.eyrie.lrmf.posterior.Exactness;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.model.Fit;
import org.jspecify.annotations.Nullable;

/**
 * The fit that predictions come from.
 *
 * @param dictionary names it was numbered with
 * @param baselines plain averages of what it was learned from
 * @param spread how broadly its benchmarks were measured
 * @param shared what families are solved with
 * @param items what is known of items, or null where no benchmark is known item by item
 * @param stale whether the data changed since
 */
record CurrentFit(
        Fit fit,
        Dictionary dictionary,
        PlainAverages baselines,
        FamilySpread spread,
        SharedPart shared,
        @Nullable ItemKnowledge items,
        boolean stale) {

    CurrentFit withStale(boolean changed) {
        return new CurrentFit(fit, dictionary, baselines, spread, shared, items, changed);
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (stale) {
            warnings.add("The data changed since fit " + fit.id() + " was made: \"eyrie fit\" makes a new one.");
        }
        Exactness exactness = shared.exactness();
        if (!exactness.isExact()) {
            warnings.add("The lineage is too tangled for an exact fit: intervals are approximate, for "
                    + exactness.cut() + " of " + exactness.links() + " links were cut.");
        }
        return warnings;
    }
}
