/**
 * How a measured score speaks of the numbers of its model: the scale on which scores are normal, the cells, and what a
 * fit knows of their columns.
 *
 * <ol>
 *   <li>{@link org.eyrie.lrmf.observation.ScoreScale}: from scores to logits and back.
 *   <li>{@link org.eyrie.lrmf.observation.ObservedCells}: the measured cells as logits, by model.
 *   <li>{@link org.eyrie.lrmf.observation.ColumnParameters}: loading, intercept and noise of every column.
 *   <li>{@link org.eyrie.lrmf.observation.CellEvidence}: cells under these parameters, as a field's {@link
 *       org.eyrie.lrmf.field.NodeEvidence}.
 *   <li>{@link org.eyrie.lrmf.observation.OwnCells}, once the field is solved: a model without some of its own cells.
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.observation;

import org.jspecify.annotations.NullMarked;
