package org.eyrie.lrmf.trial.predictor;

/** The expected logit of any cell. */
@FunctionalInterface
interface LogitTable {

    /** Of one cell. */
    double logit(int model, int column);
}
