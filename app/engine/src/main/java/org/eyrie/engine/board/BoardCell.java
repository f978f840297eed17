package org.eyrie.engine.board;

import org.eyrie.model.Evaluation;
import org.eyrie.model.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * A score of a model on a benchmark, with the interval that holds nine truths of ten.
 *
 * @param value what it is ranked by: what was measured, else what is predicted; 0 to 1
 * @param lower 0 to {@code value}: of a measurement by its items, of a prediction as the fit has it
 * @param upper {@code value} to 1
 * @param measured whether it was measured
 * @param predicted what is predicted without the measurement, null where nothing is
 */
public record BoardCell(
        double value,
        double lower,
        double upper,
        boolean measured,
        @Nullable Double predicted) {

    /** Standard deviations to either side that hold nine of ten. */
    private static final double REACH = 1.645;

    static BoardCell of(Evaluation measured, @Nullable Prediction predicted) {
        double score = measured.score();
        Double stderr = measured.stderr();
        Integer items = measured.items();
        double deviation = stderr != null ? stderr : items == null ? 0 : Math.sqrt(score * (1 - score) / items);
        Prediction.LeftOut without = predicted == null ? null : predicted.leftOut();
        return new BoardCell(
                score,
                Math.max(0, score - REACH * deviation),
                Math.min(1, score + REACH * deviation),
                true,
                without == null ? null : without.mean());
    }

    static BoardCell of(Prediction predicted) {
        return new BoardCell(predicted.mean(), predicted.lower(), predicted.upper(), false, predicted.mean());
    }

    /**
     * The mean of several. How far they err together is not known here, so intervals are averaged as if they did
     * entirely, which is wide rather than narrow.
     */
    static BoardCell mean(Iterable<BoardCell> cells) {
        double value = 0;
        double lower = 0;
        double upper = 0;
        int count = 0;
        boolean measured = true;
        for (BoardCell cell : cells) {
            value += cell.value;
            lower += cell.lower;
            upper += cell.upper;
            measured &= cell.measured;
            count++;
        }
        return new BoardCell(value / count, lower / count, upper / count, measured, null);
    }
}
