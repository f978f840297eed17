package org.eyrie.engine.fit;

import org.eyrie.lrmf.learning.FitListener;

/** Tells a job's progress what the engine tells, and the engine whether the job is still wanted. */
final class FitProgress implements FitListener {

    private static final int PERCENT = 100;

    private final Progress progress;
    private int sweep;
    private int limit;

    FitProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public boolean onSweep(int number, int most, double objective) {
        sweep = number;
        limit = most;
        return progress.at("learning", number, most);
    }

    @Override
    public boolean onCalibration(double share) {
        return progress.at("calibrating", Math.round(PERCENT * share), PERCENT);
    }

    @Override
    public boolean isWanted() {
        return progress.at("learning", sweep, limit);
    }
}
