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
        double last = family.shared.reach.lastDay();
        // where no day is known there is no future, even for a plan that is of today
        boolean toCome = Double.isFinite(last) && problem.traits().uploadedDay()[model] > last;
        double[] opinion = Objects.requireNonNull(
                expected.computeIfAbsent(model, u -> shift.crowd().of(problem, u, toCome)));
        return shift.added(opinion, family.ofLineage(model, all), kept, family.cells, family.shared.columns, toCome);
    }
}
