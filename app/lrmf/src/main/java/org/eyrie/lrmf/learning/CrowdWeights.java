package org.eyrie.lrmf.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.crowd.CrowdShift;
import org.eyrie.lrmf.crowd.Foretold;
import org.eyrie.lrmf.crowd.LearnedCrowd;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.OwnCells;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.task.Progress;

/**
 * Learns how far to go from what lineage expects towards what the crowd does: for models at random from models left out, for
 * models to come from what was foretold of several periods.
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
            ObservedCells cells, OneField.Whole state, Problem problem, CrowdMeanwhile crowd, Progress progress) {
        return state.parameters().columns().hasOwn()
                ? new CrowdWeights(cells, state, problem, progress).learn(crowd.learned())
                : CrowdShift.NONE;
    }

    private CrowdShift learn(LearnedCrowd learned) {
        return learned.crowd().isEmpty()
                ? CrowdShift.NONE
                : new CrowdShift(learned.crowd(), ofLeftOut(learned), ofFuture(learned.foretold()));
    }

    private double[] ofLeftOut(LearnedCrowd learned) {
        state.field().prepareCovariance(progress);
        StepRegression steps = new StepRegression(cells, state.parameters().columns());
        for (int u = 0; u < cells.models(); u++) {
            if (cells.count(u) > 0) {
                int model = u;
                double[] expected = learned.crowd().of(problem, model, false);
                cold(u).ifPresent(own -> steps.add(model, own.mean(), 0, expected));
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

    /** Of what was foretold of periods, beside what lineage told before them. */
    private double[] ofFuture(Foretold foretold) {
        double[] day = problem.traits().uploadedDay();
        double[] begin = foretold.begin();
        ColumnParameters columns = state.parameters().columns();
        List<List<StepRegression.Sums>> periods = new ArrayList<>();
        for (int p = 0; p < begin.length; p++) {
            double end = p + 1 < begin.length ? begin[p + 1] : Double.POSITIVE_INFINITY;
            Optional<FieldPosterior> before = PastCut.solve(cells, state, day, begin[p], progress);
            if (before.isPresent() && begin[p] < end) {
                StepRegression steps = new StepRegression(cells, columns);
                double[] mean = before.get().mean();
                for (int u = 0; u < cells.models(); u++) {
                    if (day[u] >= begin[p] && day[u] < end) {
                        steps.add(u, mean, u * columns.d(), foretold.of(u));
                    }
                }
                periods.add(steps.sums());
            }
        }
        return new PeriodRegression(periods, columns.count()).weights();
    }
}
