package org.eyrie.lrmf.posterior;

/** Which of a model's own measurements a prediction must not use. */
public enum LeaveOut {
    /** Uses all: predicts a repetition of the measurement. */
    NOTHING,
    /** Does not use the predicted cell's own measurement, nor what another source measured of the same. */
    CELL,
    /** Uses no measurement of the model: predicts as if it had never been evaluated. */
    MODEL
}
