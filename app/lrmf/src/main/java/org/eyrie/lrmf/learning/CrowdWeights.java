package org.eyrie.lrmf.learning;

import java.util.Arrays;
import java.util.Optional;
import org.eyrie.lrmf.crowd.Crowd;
import org.eyrie.lrmf.crowd.CrowdShift;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.OwnCells;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.task.Progress;

/**
 * Learns how far to go from what lineage expects towards what the crowd does: for models at random from models left out, for
 * models to come from the latest ones as the past sees them.
 */
final class CrowdWeights {

    private final ObservedCells cells;
    private final OneField.Whole state;
    private final Problem problem;
    private final Progress progress;

    private CrowdWeights(ObservedCells cells, OneField.Whole state, Problem problem, Progress progress) {
        this.cells = cells;
        this.state = state;
        this.problem = problem;
        this.progress = progress;
    }

    static CrowdShift learn(
            ObservedCells cells, OneField.Whole state, Problem problem, CrowdsMeanwhile crowds, Progress progress) {
        return state.parameters().columns().hasOwn()
                ? new CrowdWeights(cells, state, problem, progress).learn(crowds.learned())
                : CrowdShift.NONE;
    }

    private CrowdShift learn(CrowdsMeanwhile.Crowds crowds) {
        return crowds.whole().isEmpty()
                ? CrowdShift.NONE
                : new CrowdShift(crowds.whole(), ofLeftOut(crowds.whole()), ofFuture(crowds.past()));
    }

    private double[] ofLeftOut(Crowd crowd) {
        state.field().prepareCovariance(progress);
        StepRegression steps = new StepRegression(cells, state.parameters().columns());
        for (int u = 0; u < cells.models(); u++) {
            if (cells.count(u) > 0) {
                int model = u;
                cold(u).ifPresent(own -> steps.add(model, own.mean(), 0, crowd.of(problem, model)));
            }
        }
        return steps.weights();
    }

    /** The model without its own cells. */
    private Optional<OwnCells> cold(int model) {
        ColumnParameters columns = state.parameters().columns();
        int d = columns.d();
        double[] mean = Arrays.copyOfRange(state.field().mean(), model * d, (model + 1) * d);
        double[] covariance = new double[d * d];
        state.field().covariance().read(model, model, covariance, 0);
        int[] own = new int[cells.count(model)];
        Arrays.setAll(own, k -> cells.start[model] + k);
        return OwnCells.without(own, cells, columns, mean, covariance);
    }

    /** A crowd of the past speaks of what came later, of which nothing was learned. */
    private double[] ofFuture(Crowd crowd) {
        double[] day = problem.traits().uploadedDay();
        double[] begin = PastCut.periods(cells, day);
        ColumnParameters columns = state.parameters().columns();
        StepRegression steps = new StepRegression(cells, columns);
        if (begin.length == 0 || crowd.isEmpty()) {
            return steps.weights();
        }
        Optional<FieldPosterior> posterior = PastCut.solve(cells, state, day, begin[0], progress);
        if (posterior.isPresent()) {
            for (int u = 0; u < cells.models(); u++) {
                if (day[u] >= begin[0] && cells.count(u) > 0) {
                    steps.add(u, posterior.get().mean(), u * columns.d(), crowd.of(problem, u));
                }
            }
        }
        return steps.weights();
    }
}
