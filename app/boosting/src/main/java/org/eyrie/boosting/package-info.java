/**
 * The honest competitor: gradient boosting on the features that a good analyst would build of relatives, names, dates and
 * traits. It takes part in backtests, so that nobody has to believe that lineage needs a method of its own; nothing that
 * is served comes from here.
 *
 * <ol>
 *   <li>{@link org.eyrie.boosting.BoostingPredictor} knows the models' names and licences.
 *   <li>{@code Ties} says who has to do with whom, {@code Surroundings} of a model which scores are around it: of relatives, of models with a trait in common,
 *       of models with like names. Never its own.
 *   <li>{@code FeatureTable} makes rows of that, for one benchmark; {@code ShownScores} adds a model's other scores.
 *   <li>{@code Parts} hides the scores of a tenth of the models at a time, so that those learned from look like those asked
 *       for.
 *   <li>{@code BoostedColumn} learns from them, five times so that errors are seen on models that were not learned from;
 *       {@code LightGbm} does the learning.
 * </ol>
 */
@NullMarked
package org.eyrie.boosting;

import org.jspecify.annotations.NullMarked;
