package org.eyrie.lrmf.trial.protocol;

import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Problem;

/**
 * Hides every score of models that were made from a parent in one particular way.
 *
 * @param name of the experiment, such as {@code merges}
 * @param relation code of the relation in the problem's lineage
 * @param holdout how the models are chosen
 */
public record RelationProtocol(String name, int relation, Holdout holdout) implements Protocol {

    /** Cold start of merges. */
    public static RelationProtocol merges(int relation, Holdout holdout) {
        return new RelationProtocol("merges", relation, holdout);
    }

    /** Cold start of fine-tuned models. */
    public static RelationProtocol fineTunes(int relation, Holdout holdout) {
        return new RelationProtocol("fine-tunes", relation, holdout);
    }

    @Override
    public List<Split> splits(Problem problem, long seed) {
        LineageGraph lineage = problem.lineage();
        BitSet pool = Pool.scored(problem);
        pool.and(Pool.children(lineage, e -> lineage.relation()[e] == relation));
        Requirement requirement = new Requirement(this);
        requirement.enough(name + " with scores", pool.cardinality());
        return requirement.checked(ColdStartProtocol.hidingAll(problem, pool, holdout, seed));
    }
}
