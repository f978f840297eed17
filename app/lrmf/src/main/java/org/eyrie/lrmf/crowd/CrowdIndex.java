package org.eyrie.lrmf.crowd;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.CloseKin;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;

/** Finds whom a model has to do with, whether it belongs to the crowd or not. */
final class CrowdIndex {

    private final Map<String, Integer> number = new HashMap<>();
    private final CloseKin relatives;
    private final KindKeys kinds;
    private final MarkIndex marks;
    private final double[] day;
    private final LikeNames names;

    CrowdIndex(Problem problem) {
        List<String> all = problem.labels().name();
        for (int u = 0; u < all.size(); u++) {
            number.put(all.get(u), u);
        }
        LineageGraph lineage = problem.lineage();
        relatives = new CloseKin(lineage);
        kinds = new KindKeys(problem);
        marks = new MarkIndex(all, kinds);
        day = problem.traits().uploadedDay();
        boolean[] measured = new boolean[lineage.models()];
        for (int u : problem.observations().model()) {
            measured[u] = true;
        }
        names = new LikeNames(all, u -> measured[u]);
    }

    KindKeys kinds() {
        return kinds;
    }

    /** How many marks models may have. */
    int marks() {
        return marks.count();
    }

    /** Those of every member. */
    int[][] marksOfAll(List<String> name) {
        return IntStream.range(0, name.size())
                .mapToObj(u -> marks.of(name.get(u), kinds.of(u), relatives.of(u)[0]))
                .toArray(int[][]::new);
    }

    /** When members were published, in days, NaN where unknown. */
    double[] day() {
        return day;
    }

    /** Ties of a member. */
    Tie of(int member, String name) {
        return tie(member, name, relatives.of(member), kinds.of(member));
    }

    /** Ties of a model that is not a member. */
    Tie ofStranger(Problem family, int model) {
        Set<Integer> above = new LinkedHashSet<>();
        Set<Integer> below = new LinkedHashSet<>();
        LineageGraph lineage = family.lineage();
        List<String> name = family.labels().name();
        for (int e = 0; e < lineage.edges(); e++) {
            if (lineage.child()[e] == model) {
                add(name.get(lineage.parent()[e]), above);
            }
            if (lineage.parent()[e] == model) {
                add(name.get(lineage.child()[e]), below);
            }
        }
        int[][] kin = relatives.ofStranger(above, below);
        return tie(-1, name.get(model), kin, kinds.of(family, model, kin[0]));
    }

    private void add(String name, Set<Integer> found) {
        Integer known = number.get(name);
        if (known != null) {
            found.add(known);
        }
    }

    private Tie tie(int member, String name, int[][] kin, int[] kind) {
        double[] likeness = names.likeness(name);
        if (member >= 0) {
            likeness[member] = 0;
        }
        int shape = kind[0];
        return new Tie(
                member,
                kin,
                kind,
                marks.of(name, kind, kin[0]),
                LikeNames.nearest(likeness, other -> true),
                LikeNames.nearest(likeness, other -> shape >= 0 && kinds.of(other)[0] == shape));
    }

    /**
     * Ties of all members.
     *
     * @throws org.eyrie.task.CancelledException if it is cancelled
     */
    Tie[] all(List<String> name, Progress progress) {
        Tie[] ties = new Tie[name.size()];
        IntStream.range(0, ties.length).parallel().forEach(u -> {
            progress.check();
            ties[u] = of(u, name.get(u));
        });
        return ties;
    }
}
