/**
 * Learns from a whole problem what all families share: expectation maximisation.
 *
 * <ol>
 *   <li>{@link org.eyrie.lrmf.learning.LrmfFit} makes the field of the whole lineage and runs the rest.
 *   <li>{@code ColumnPlan}: which columns have numbers of their own, and from which models are learned.
 *   <li>{@code ColumnStart}: columns and the models' spread, from means and correlations of what was measured; {@code
 *       FirstParameters}: strengths to begin with, and what is believed of all parameters.
 *   <li>{@code ExpectationMaximisation}, sweep by sweep: the posterior under the parameters ({@link
 *       org.eyrie.lrmf.statistics.OneField}), the parameters under which what it says is most likely ({@link
 *       org.eyrie.lrmf.statistics.MStep}), taken further by {@code AndersonAcceleration}, and taken back where that leads
 *       downhill. {@link org.eyrie.task.Progress} hears of every sweep and may end it.
 *   <li>{@code Convergence}: neither predictions nor the objective move any more.
 *   <li>{@code LeaveOutResiduals}: every cell forecast without itself, for intervals ({@link
 *       org.eyrie.lrmf.posterior.Calibration}).
 *   <li>The field once more with the shared nodes last, and the {@link org.eyrie.lrmf.learning.FitResult} stands: a {@link
 *       org.eyrie.lrmf.posterior.SharedPart} and the posterior of all models.
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.learning;

import org.jspecify.annotations.NullMarked;
