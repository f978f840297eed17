/**
 * Experiments on known scores: hide some, predict them, compare. Knows problems and metrics; predictors know it, not
 * the other way round.
 */
@NullMarked
package org.eyrie.lrmf.trial.protocol;

import org.jspecify.annotations.NullMarked;
