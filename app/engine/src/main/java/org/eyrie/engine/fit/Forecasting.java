package org.eyrie.engine.fit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.model.FitId;
import org.eyrie.model.Prediction;
import org.eyrie.task.Progress;

/**
 * Predicts every cell that there is evidence for, and keeps the predictions; those that were measured also without their
 * own measurement, from the same fit.
 */
final class Forecasting {

    /** How many predictions go to the store at a time: a few tenths of a second each, so that progress is seen. */
    private static final int BATCH = 5_000;

    private final Numbering numbering;
    private final FamilyPosterior posterior;
    private final FitId fit;

    Forecasting(Numbering numbering, FamilyPosterior posterior, FitId fit) {
        this.numbering = numbering;
        this.posterior = posterior;
        this.fit = fit;
    }

    /** While one batch is written, the next is worked out. */
    void keep(BitSet answerable, BitSet comparable, FitOutput output, Progress progress) {
        int[] all = answerable.stream().toArray();
        posterior.prepareAll(progress);
        BackgroundTask<Integer> written = BackgroundTask.start(() -> 0);
        for (int from = 0; from < all.length; from += BATCH) {
            int to = Math.min(all.length, from + BATCH);
            List<Prediction> next = predictions(all, from, to, comparable);
            progress.at("writing predictions", written.get(), all.length);
            written = BackgroundTask.start(() -> {
                output.predictions(next);
                return to;
            });
        }
        progress.at("writing predictions", written.get(), all.length);
    }

    private List<Prediction> predictions(int[] cells, int from, int to, BitSet comparable) {
        return Arrays.stream(cells, from, to)
                .mapToObj(cell -> prediction(cell, comparable.get(cell)))
                .toList();
    }

    private CellPrediction predict(int cell, LeaveOut leaveOut) {
        int columns = numbering.benchmarks().size();
        return posterior.predict(cell / columns, cell % columns, leaveOut, IntervalLevel.USUAL);
    }

    private Prediction prediction(int number, boolean comparable) {
        CellPrediction cell = predict(number, LeaveOut.NOTHING);
        return new Prediction(
                numbering.models().get(cell.model()).id(),
                numbering.benchmarks().get(cell.column()),
                cell.mean(),
                cell.lower(),
                cell.upper(),
                cell.level(),
                fit,
                comparable ? leftOut(predict(number, LeaveOut.CELL)) : null);
    }

    private static Prediction.LeftOut leftOut(CellPrediction cell) {
        return new Prediction.LeftOut(cell.mean(), cell.lower(), cell.upper());
    }
}
