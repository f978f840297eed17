package org.eyrie.lrmf.prior;

import org.eyrie.lrmf.field.Strengths;

/**
 * What a fit has learned of lineage.
 *
 * @param dictionary which terms share a strength, which fixed effects there are, which nodes families share
 * @param strengths of the classes and the fixed effects, in the order of the dictionary
 */
@SuppressWarnings("exports") // strengths are for within the module
public record LearnedPrior(SharedDictionary dictionary, Strengths strengths) {}
