package org.eyrie.lrmf.trial.predictor;

import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;

/** The mean of a model's parents in the same column, or another mean where none of them was measured there. */
final class ParentMeans implements CellMean {

    private final ValuesByModel values;
    private final int[] firstEdge;
    private final int[] parent;
    private final CellMean otherwise;

    ParentMeans(LineageGraph lineage, Observations observations, Scale scale, CellMean otherwise) {
        this.values = new ValuesByModel(lineage.models(), observations, scale);
        this.otherwise = otherwise;
        this.firstEdge = new int[lineage.models() + 1];
        this.parent = new int[lineage.edges()];
        for (int child : lineage.child()) {
            firstEdge[child + 1]++;
        }
        for (int model = 0; model < lineage.models(); model++) {
            firstEdge[model + 1] += firstEdge[model];
        }
        int[] next = firstEdge.clone();
        for (int e = 0; e < parent.length; e++) {
            parent[next[lineage.child()[e]]++] = lineage.parent()[e];
        }
    }

    @Override
    public int sources() {
        return otherwise.sources() + 1;
    }

    @Override
    public Guess at(int model, int column, double own) {
        double sum = 0;
        int parents = 0;
        for (int e = firstEdge[model]; e < firstEdge[model + 1]; e++) {
            double value = values.mean(parent[e], column);
            if (!Double.isNaN(value)) {
                sum += value;
                parents++;
            }
        }
        return parents > 0 ? new Guess(sum / parents, otherwise.sources()) : otherwise.at(model, column, own);
    }
}
