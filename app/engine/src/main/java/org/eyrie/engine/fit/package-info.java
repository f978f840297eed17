/**
 * Learning from everything that is known. Model ids become matrix indices here and nowhere else. {@link
 * org.eyrie.engine.fit.Fitting} takes these steps:
 *
 * <ol>
 *   <li>{@code FitData}: reads models, lineage, scores and outcomes; {@link org.eyrie.engine.fit.PartialScores} corrects
 *       scores of part of the items;
 *   <li>{@link org.eyrie.engine.fit.Dictionary}: the names of columns and categories, in order;
 *   <li>{@link org.eyrie.engine.fit.Numbering}: names to indices, with {@link org.eyrie.engine.fit.ParentShares} and {@link
 *       org.eyrie.engine.fit.Categories};
 *   <li>{@link org.eyrie.lrmf.learning.LrmfFit}: learns whole benchmarks; meanwhile {@code DataSummary} works out, as a
 *       {@code BackgroundTask}, what does not depend on that;
 *   <li>{@link org.eyrie.engine.fit.ItemFitting}: learns items, numbered by {@link org.eyrie.engine.fit.ItemNumbering};
 *   <li>{@link org.eyrie.engine.fit.FitContents}: all of it as bytes, by {@code FitCodec};
 *   <li>{@code Forecasting}: predicts every cell that there is evidence for, and keeps the predictions.
 * </ol>
 */
@NullMarked
package org.eyrie.engine.fit;

import org.jspecify.annotations.NullMarked;
