package org.eyrie.lrmf.posterior;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eyrie.lrmf.crowd.CrowdShift;
import org.eyrie.lrmf.problem.Problem;

/** What the crowd expects of the models of a problem, each asked for once. Safe for use by several threads. */
final class CrowdOpinions {

    private final CrowdShift shift;
    private final Problem problem;
    private final boolean none;
    private final Map<Integer, double[]> expected = new ConcurrentHashMap<>();

    CrowdOpinions(CrowdShift shift, Problem problem) {
        this.shift = shift;
        this.problem = problem;
        this.none = shift.isNone() || problem.labels().isEmpty();
    }

    /** Whether it says nothing of anybody. */
    boolean isNone() {
        return none;
    }

    /** What it adds to a model's numbers, some of its own cells left out. */
    double[] added(FamilyPosterior family, int model, int[] left) {
        if (none) {
            return new double[family.shared.columns.d()];
        }
        int first = family.cells.start[model];
        int[] all = new int[family.cells.count(model)];
        Arrays.setAll(all, k -> first + k);
        int[] kept = Arrays.stream(all)
                .filter(cell -> Arrays.stream(left).noneMatch(other -> other == cell))
                .toArray();
        boolean toCome = problem.traits().uploadedDay()[model] > family.shared.reach.lastDay();
        double[] opinion = Objects.requireNonNull(
                expected.computeIfAbsent(model, u -> shift.crowd().of(problem, u)));
        return shift.added(opinion, family.ofLineage(model, all), kept, family.cells, family.shared.columns, toCome);
    }
}
