package org.eyrie.lrmf.trial.predictor;

/** Answers any cell with a mean of other cells. */
interface CellMean {

    /** Stands for a cell that was not measured. */
    double UNMEASURED = Double.NaN;

    /** Number of kinds of evidence. */
    int sources();

    /**
     * The mean for a cell.
     *
     * @param own the cell's own value, which is left out of the mean, or {@link #UNMEASURED}
     */
    Guess at(int model, int column, double own);
}
