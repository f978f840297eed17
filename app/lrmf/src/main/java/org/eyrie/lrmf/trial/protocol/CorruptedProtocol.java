package org.eyrie.lrmf.trial.protocol;

import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Problem;

/**
 * A cold start with a share of the derivations pointing at a random wrong parent: model cards err. With equal seeds it
 * holds out the same models as {@link ColdStartProtocol}, so that the two can be compared.
 *
 * @param share how large a share of all derivations, 0 to 1
 * @param holdout how the models are chosen
 */
public record CorruptedProtocol(double share, Holdout holdout) implements Protocol {

    public CorruptedProtocol {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("A share of derivations must be above 0 and at most 1: " + share);
        }
    }

    @Override
    public String name() {
        return "corrupted " + Math.round(share * 100) + "%";
    }

    @Override
    public List<Split> splits(Problem problem, long seed) {
        BitSet pool = Pool.scored(problem);
        pool.and(Pool.children(problem.lineage()));
        Requirement requirement = new Requirement(this);
        requirement.enough("models with scores and known parents", pool.cardinality());
        int wrong = (int) Math.round(share * problem.lineage().edges());
        if (wrong == 0) {
            throw new ProtocolRefusedException(
                    this, "that share of " + problem.lineage().edges() + " derivations is not even one");
        }
        LineageGraph corrupted = new Rewiring(problem.lineage(), ~seed).rewire(wrong);
        return requirement.checked(ColdStartProtocol.hidingAll(problem, pool, holdout, seed).stream()
                .map(split -> split.withLineage(corrupted))
                .toList());
    }
}
