package org.eyrie.lrmf.learning;

import java.util.Optional;
import java.util.stream.IntStream;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.NodeEvidence;
import org.eyrie.lrmf.observation.CellEvidence;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.task.Progress;

/** A cut in time within what is known: what is older stands for the past, what is newer for the future. */
final class PastCut {

    /** The oldest measured models, from which the others are predicted. */
    private static final double PAST_SHARE = 0.7;

    /** Number of periods in the time of the others, of as many measured models each. */
    static final int PERIODS = 4;

    private PastCut() {}

    /** The days on which the periods begin; none where no day is known. */
    static double[] periods(ObservedCells cells, double[] day) {
        double[] scoredDays = IntStream.range(0, cells.models())
                .filter(u -> cells.count(u) > 0 && !Double.isNaN(day[u]))
                .mapToDouble(u -> day[u])
                .sorted()
                .toArray();
        if (scoredDays.length == 0) {
            return scoredDays;
        }
        return IntStream.range(0, PERIODS)
                .mapToDouble(period -> PAST_SHARE + (1 - PAST_SHARE) * period / PERIODS)
                .map(share -> scoredDays[(int) (share * scoredDays.length)])
                .toArray();
    }

    /** The field as it is known without the models from a day on, with the strengths held. */
    static Optional<FieldPosterior> solve(
            ObservedCells cells, OneField.Whole state, double[] day, double begin, Progress progress) {
        CellEvidence all = new CellEvidence(cells, state.parameters().columns());
        NodeEvidence past = (node, precision, po, shift, so) -> {
            if (node < day.length && !(day[node] >= begin)) {
                all.addTo(node, precision, po, shift, so);
            }
        };
        return new FieldSolver(state.field().system(), progress)
                .solve(state.parameters().strengths(), past, null);
    }
}
