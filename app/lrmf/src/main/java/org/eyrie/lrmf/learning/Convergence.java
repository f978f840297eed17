package org.eyrie.lrmf.learning;

/**
 * How far a sweep moves predictions, root mean square over all models and columns in the unit of scores, and how much it
 * raises the objective per measured cell. Learning has settled when for two sweeps running both are less than a
 * tolerance: a single short step may be one that accelerated learning took in a bad direction, and where little is
 * measured predictions move slowly while much is still learned of strengths.
 */
final class Convergence {

    private final Size size;
    private final double tolerance;
    private int shortSteps;

    /**
     * Size of a problem.
     *
     * @param predictions how many predictions there are, models times columns
     * @param cells how many cells are measured
     */
    record Size(long predictions, int cells) {}

    Convergence(Size size, double tolerance) {
        this.size = size;
        this.tolerance = tolerance;
    }

    /**
     * A sweep is done.
     *
     * @param squaredMovement sum of the squared steps of all predictions
     * @param rise of the objective
     */
    void sweep(double squaredMovement, double rise) {
        boolean isShort =
                Math.sqrt(squaredMovement / size.predictions()) < tolerance && rise < tolerance * size.cells();
        shortSteps = isShort ? shortSteps + 1 : 0;
    }

    boolean hasSettled() {
        return shortSteps >= 2;
    }
}
