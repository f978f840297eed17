package org.eyrie.lrmf.prior;

import java.util.stream.IntStream;
import org.eyrie.lrmf.math.DisjointSets;
import org.eyrie.lrmf.problem.LineageGraph;

/** Connected components of a lineage. */
final class Components {

    private Components() {}

    /** Per model a number that two models share where a path of derivations, in either direction, joins them. */
    static int[] of(LineageGraph lineage) {
        DisjointSets joined = new DisjointSets(lineage.models());
        for (int e = 0; e < lineage.edges(); e++) {
            joined.join(lineage.child()[e], lineage.parent()[e]);
        }
        return IntStream.range(0, lineage.models()).map(joined::find).toArray();
    }
}
