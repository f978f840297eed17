package org.eyrie.boosting;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.CloseKin;
import org.eyrie.lrmf.problem.Problem;

/**
 * Who has to do with whom, whatever they scored.
 *
 * @param kin relatives of each model, kind by kind
 * @param kinds models with a trait in common, trait by trait
 * @param names models with like names
 */
record Ties(List<int[][]> kin, List<Kinds> kinds, NearNames names) {

    /** @param candidates models whose scores may be asked for */
    static Ties of(Problem problem, NamesAndLicences known, IntPredicate candidates) {
        CloseKin relatives = new CloseKin(problem.lineage());
        List<Kinds> kinds = Kinds.all(problem.traits(), known.licences());
        return new Ties(
                IntStream.range(0, problem.lineage().models())
                        .mapToObj(relatives::of)
                        .toList(),
                kinds,
                new NearNames(known.names(), kinds.get(0), candidates));
    }
}
