/**
 * Learns from a whole problem what all families share, solves families on it, and answers: predictions, comparisons,
 * explanations. Start at {@link org.eyrie.lrmf.fit.LrmfFit} and {@link org.eyrie.lrmf.fit.SharedPart}.
 */
@NullMarked
package org.eyrie.lrmf.fit;

import org.jspecify.annotations.NullMarked;
