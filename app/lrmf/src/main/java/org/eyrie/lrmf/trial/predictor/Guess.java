package org.eyrie.lrmf.trial.predictor;

/**
 * A baseline's answer for a cell.
 *
 * @param value on the baseline's scale
 * @param source kind of evidence it rests on, from 0; errors are counted per kind
 */
record Guess(double value, int source) {}
