package org.eyrie.lrmf.trial.predictor;

import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;

/** The mean of a model's parents in the same column, or another mean where none of them was measured there. */
final class ParentMeans implements CellMean {

    private final ValuesByModel values;
    private final int[] parent;
    private final Groups byChild;
    private final CellMean otherwise;

    ParentMeans(LineageGraph lineage, Observations observations, Scale scale, CellMean otherwise) {
        this.values = new ValuesByModel(lineage.models(), observations, scale);
        this.otherwise = otherwise;
        this.parent = lineage.parent();
        this.byChild = Groups.of(lineage.child(), lineage.models());
    }

    @Override
    public int sources() {
        return otherwise.sources() + 1;
    }

    @Override
    public Guess at(int model, int column, double own) {
        double sum = 0;
        int parents = 0;
        for (int e = byChild.first(model); e < byChild.end(model); e++) {
            double value = values.mean(parent[byChild.item(e)], column);
            if (!Double.isNaN(value)) {
                sum += value;
                parents++;
            }
        }
        return parents > 0 ? new Guess(sum / parents, otherwise.sources()) : otherwise.at(model, column, own);
    }
}
