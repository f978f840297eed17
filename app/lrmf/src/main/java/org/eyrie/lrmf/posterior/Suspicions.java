package org.eyrie.lrmf.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Problem;

/** Finds derivations whose ends disagree, and what would be without each of them. */
public final class Suspicions {

    /** Relatives that decide what would be: 200 move a prediction by a thousandth. */
    private static final int NEAREST = 200;

    private static final int ALL_HOPS = Integer.MAX_VALUE;

    private Suspicions() {}

    /**
     * The derivations of the models that lie farthest from where their parents would have them, farthest first; of one
     * model's, the one first that explains most.
     *
     * @param problem what {@code posterior} was solved for
     * @param least smallest disagreement that counts, such as 3
     * @param limit how many models at most
     */
    public static List<SuspiciousLink> of(Problem problem, FamilyPosterior posterior, double least, int limit) {
        double[] disagreement = new double[posterior.models()];
        for (int u = 0; u < disagreement.length; u++) {
            disagreement[u] = posterior.field.parents(u).length == 0 || posterior.ownScores(u) == 0
                    ? Double.NaN
                    : posterior.disagreement(u);
        }
        int[] odd = IntStream.range(0, disagreement.length)
                .filter(u -> disagreement[u] >= least)
                .boxed()
                .sorted(Comparator.comparingDouble(u -> -disagreement[u]))
                .limit(limit)
                .mapToInt(u -> u)
                .toArray();
        LineageNeighbours neighbours = new LineageNeighbours(problem);
        List<SuspiciousLink> links = new ArrayList<>();
        for (int child : odd) {
            NearestRelatives near = neighbours.of(child, ALL_HOPS, NEAREST);
            double[] expected = expected(posterior.shared.solve(near.problem()));
            Arrays.stream(posterior.field.parents(child))
                    .mapToObj(parent -> link(posterior, near, parent, disagreement[child], expected))
                    .sorted(Comparator.comparingDouble(
                            link -> Double.isNaN(link.without()) ? Double.MAX_VALUE : link.without()))
                    .forEach(links::add);
        }
        return links;
    }

    private static SuspiciousLink link(
            FamilyPosterior whole, NearestRelatives near, int parent, double disagreement, double[] expected) {
        FamilyPosterior without = whole.shared.solve(without(near, parent));
        return new SuspiciousLink(
                near.members()[0], parent, disagreement, without.disagreement(0), expected, expected(without));
    }

    private static double[] expected(FamilyPosterior posterior) {
        double[] expected = new double[posterior.columns()];
        Arrays.setAll(
                expected, i -> posterior.predict(0, i, LeaveOut.MODEL, 0.9).mean());
        return expected;
    }

    /** The surroundings without the first model's derivation from a parent, which is numbered as in the whole. */
    private static Problem without(NearestRelatives near, int parent) {
        LineageGraph all = near.problem().lineage();
        LineageGraph rest = all.only(e -> all.child()[e] != 0 || near.members()[all.parent()[e]] != parent);
        return near.problem().with(rest);
    }
}
