/**
 * How a measured score speaks of the numbers of its model: the scale on which scores are normal, the cells, and what a
 * fit knows of their columns.
 *
 * <ol>
 *   <li>{@link org.eyrie.lrmf.observation.ScoreScale}: from scores to logits and back.
 *   <li>{@link org.eyrie.lrmf.observation.ObservedCells}: the measured cells as logits, by model.
 *   <li>{@link org.eyrie.lrmf.observation.ColumnParameters}: loading, intercept and noise of every column, and how uncertain
 *       they are; {@link org.eyrie.lrmf.observation.ColumnBelief}: those of one, and what they would be without a cell;
 *       {@link org.eyrie.lrmf.observation.LoadingPrior}: what columns have in common, and kin more so.
 *   <li>{@link org.eyrie.lrmf.observation.ExpectedEvidence}: cells as evidence about models while columns are learned.
 *   <li>{@link org.eyrie.lrmf.observation.CellEvidence}: the same once they are, as a field's {@link
 *       org.eyrie.lrmf.field.NodeEvidence}.
 *   <li>{@link org.eyrie.lrmf.observation.OwnCells}, once the field is solved: a model without some of its own cells.
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.observation;

import org.jspecify.annotations.NullMarked;
