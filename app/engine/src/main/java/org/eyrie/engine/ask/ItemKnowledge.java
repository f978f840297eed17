package org.eyrie.engine.ask;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.engine.fit.ItemContents;
import org.eyrie.engine.fit.ItemNames;
import org.eyrie.engine.fit.PartialScores;
import org.eyrie.lrmf.items.ItemShared;
import org.eyrie.model.BenchmarkId;
import org.jspecify.annotations.Nullable;

/**
 * What a fit knows of items, unpacked.
 *
 * @param names what its columns were numbered with
 * @param shared what families are solved with
 * @param partialScores what makes scores of the shares of some items
 */
record ItemKnowledge(ItemNames names, ItemShared shared, PartialScores partialScores) {

    /** @throws IllegalArgumentException if this version of the program cannot read it */
    static @Nullable ItemKnowledge of(@Nullable ItemContents contents) {
        if (contents == null) {
            return null;
        }
        ItemNames names = contents.names();
        ItemShared shared = ItemShared.fromBytes(contents.learned().bytes());
        Map<BenchmarkId, double[]> usual = new HashMap<>();
        for (int b = 0; b < names.benchmarks().size(); b++) {
            usual.put(names.benchmarks().get(b), shared.usualLogits(b));
        }
        return new ItemKnowledge(names, shared, new PartialScores(usual));
    }
}
