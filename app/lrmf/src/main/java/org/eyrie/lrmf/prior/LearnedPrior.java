package org.eyrie.lrmf.prior;

import org.eyrie.lrmf.field.Strengths;

/**
 * What a fit has learned of lineage: which terms share a strength, which steps they share, and both their sizes.
 *
 * @param classes of terms, in the order of the strengths
 * @param effects the fixed effects, in the order of the strengths
 * @param strengths of both
 */
public record LearnedPrior(TermClasses classes, FixedEffects effects, Strengths strengths) {}
