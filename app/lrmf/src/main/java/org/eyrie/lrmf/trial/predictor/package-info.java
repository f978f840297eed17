/**
 * What a method must beat: means and plain factorisation, with intervals as wide as their own errors. Knows problems
 * and the predictor's contract. {@link org.eyrie.lrmf.trial.predictor.Contestants} is the door.
 *
 * <ul>
 *   <li>Means: {@code GlobalMean}, {@code ArchitectureSizeMean} and {@code ParentMean} each name a {@code CellMean}; {@code
 *       FittedMean} answers with it, its intervals from {@code Residuals}.
 *   <li>{@code PlainFactorisation}: {@code ValuesByModel}, {@code StandardisedColumns}, {@code Loadings}, then {@code
 *       FactorAnalysis} sweeps and {@code FittedFactors} answers, its intervals from {@code ErrorsBySeen}.
 *   <li>{@code PaperPredictor}: {@code HiddenScores} are hidden in turn, {@link org.eyrie.lrmf.trial.paper.PaperFit} fits
 *       what is left, {@code HiddenErrors} collects the errors and answers.
 *   <li>{@code LrmfPredictor}: ours.
 * </ul>
 */
@NullMarked
package org.eyrie.lrmf.trial.predictor;

import org.jspecify.annotations.NullMarked;
