package org.eyrie.lrmf.learning;

/** Hears how a fit goes, and may end it. Called from the thread that fits. */
public interface FitListener {

    /** Hears nothing, stops nothing. */
    FitListener SILENT = (sweep, limit, objective) -> true;

    /**
     * A sweep is done.
     *
     * @param sweep its number, from 0
     * @param limit how many there will be at most; a fit usually ends sooner
     * @param objective penalised log-evidence at the start of the sweep; it never falls
     * @return whether to go on
     */
    boolean onSweep(int sweep, int limit, double objective);

    /**
     * Learning is over, intervals are being calibrated.
     *
     * @param share how much of that is done, 0 to 1
     * @return whether to go on; if not, intervals are those of a normal distribution
     */
    default boolean onCalibration(double share) {
        return true;
    }

    /** Asked many times within a sweep, which may take long on large graphs: whether to go on. */
    default boolean isWanted() {
        return true;
    }
}
