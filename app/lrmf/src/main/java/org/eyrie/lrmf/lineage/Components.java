package org.eyrie.lrmf.lineage;

import java.util.Arrays;
import org.eyrie.lrmf.LineageGraph;

/** Connected components of a lineage. */
final class Components {

    private Components() {}

    /** Per model a number that two models share where a path of derivations, in either direction, joins them. */
    static int[] of(LineageGraph lineage) {
        int[] leader = new int[lineage.models()];
        Arrays.setAll(leader, u -> u);
        for (int e = 0; e < lineage.edges(); e++) {
            int a = find(leader, lineage.child()[e]);
            int b = find(leader, lineage.parent()[e]);
            leader[Math.max(a, b)] = Math.min(a, b);
        }
        for (int u = 0; u < leader.length; u++) {
            leader[u] = find(leader, u);
        }
        return leader;
    }

    private static int find(int[] leader, int u) {
        int at = u;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }
}
