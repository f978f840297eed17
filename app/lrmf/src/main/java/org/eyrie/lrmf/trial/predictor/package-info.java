/**
 * What a method must beat: means and plain factorisation, with intervals as wide as their own errors. Knows problems
 * and the predictor's contract.
 */
@NullMarked
package org.eyrie.lrmf.trial.predictor;

import org.jspecify.annotations.NullMarked;
