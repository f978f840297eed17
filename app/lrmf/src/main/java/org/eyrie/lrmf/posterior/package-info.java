/**
 * What a fit leaves behind, and the answers it gives: families solved on the shared part, predictions, comparisons,
 * explanations.
 *
 * <ol>
 *   <li>{@link org.eyrie.lrmf.posterior.SharedPart}: columns, strengths, {@code SharedNodes}, intervals; {@code SharedCodec}
 *       makes it bytes.
 *   <li>{@code SharedPart.solve}: a family's field, the shared nodes at its boundary, solved; a {@link
 *       org.eyrie.lrmf.posterior.FamilyPosterior} stands. Further scores are taken in by conditioning.
 *   <li>A prediction: the model without the cells that {@link org.eyrie.lrmf.posterior.LeaveOut} names, its {@link
 *       org.eyrie.lrmf.posterior.EvidenceKind}, and the interval that {@link org.eyrie.lrmf.posterior.Calibration} gives such
 *       evidence: {@link org.eyrie.lrmf.posterior.CellPrediction}.
 *   <li>Why: {@code Explaining} takes a prediction apart into what scores, shared nodes and fixed effects contribute, an
 *       {@link org.eyrie.lrmf.posterior.Explanation}.
 *   <li>Comparisons: {@code ParentComparison}, whether a child outdoes its parents; {@link
 *       org.eyrie.lrmf.posterior.Suspicions}, which derivations look wrong, each tried without among the nearest relatives
 *       ({@code LineageNeighbours}).
 *   <li>Many models at once: {@code JointDraws} of what they all would score, {@link org.eyrie.lrmf.posterior.ScoreDraws}.
 *   <li>How far to trust all that: {@link org.eyrie.lrmf.posterior.Exactness}, what was approximated, and {@link
 *       org.eyrie.lrmf.posterior.FitReach}.
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.posterior;

import org.jspecify.annotations.NullMarked;
