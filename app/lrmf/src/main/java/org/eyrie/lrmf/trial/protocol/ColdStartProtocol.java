package org.eyrie.lrmf.trial.protocol;

import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.problem.Problem;

/**
 * Hides every score of models that have parents: nobody evaluated them yet, but it is known what they were made from.
 *
 * @param holdout how the models are chosen
 */
public record ColdStartProtocol(Holdout holdout) implements Protocol {

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public List<Split> splits(Problem problem, long seed) {
        BitSet pool = Pool.scored(problem);
        pool.and(Pool.children(problem.lineage()));
        Requirement requirement = new Requirement(this);
        requirement.enough("models with scores and known parents", pool.cardinality());
        return requirement.checked(hidingAll(problem, pool, holdout, seed));
    }

    /** Hides every score of the chosen models, round by round. */
    static List<Split> hidingAll(Problem problem, BitSet pool, Holdout holdout, long seed) {
        return holdout.choose(pool.stream().toArray(), seed).stream()
                .map(models -> Split.hiding(problem, Pool.cellsOf(problem.observations(), Pool.of(models))))
                .toList();
    }
}
