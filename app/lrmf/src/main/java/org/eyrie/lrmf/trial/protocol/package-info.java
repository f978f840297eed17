/**
 * Experiments on known scores: hide some, predict them, compare. Knows problems and metrics; predictors know it, not
 * the other way round.
 *
 * <ol>
 *   <li>A {@link org.eyrie.lrmf.trial.protocol.Protocol} divides the problem into rounds, each a {@link
 *       org.eyrie.lrmf.trial.protocol.Split}; a {@code Holdout} says which models are held out, a {@code Requirement} what
 *       the data must carry.
 *   <li>{@link org.eyrie.lrmf.trial.protocol.Backtest} gives every {@link org.eyrie.lrmf.trial.protocol.Predictor} the same
 *       splits; it learns from the training side and becomes {@link org.eyrie.lrmf.trial.protocol.Fitted}.
 *   <li>That answers for the cells held out with {@link org.eyrie.lrmf.trial.protocol.Estimates}.
 *   <li>Cells that would not be answered at all are left out ({@link org.eyrie.lrmf.trial.protocol.Answerable}); {@code
 *       Tally} puts the rounds together, column by column.
 *   <li>{@link org.eyrie.lrmf.trial.protocol.Figures} says how good they were, per column and on average ({@link
 *       org.eyrie.lrmf.trial.protocol.Averages}), in an {@link org.eyrie.lrmf.trial.protocol.Experiment} of a {@link
 *       org.eyrie.lrmf.trial.protocol.BacktestResult}.
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.trial.protocol;

import org.jspecify.annotations.NullMarked;
