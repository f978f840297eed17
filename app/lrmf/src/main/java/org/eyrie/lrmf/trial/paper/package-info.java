/**
 * The published form of lineage-regularised matrix factorisation (Tamura et al., arXiv 2504.19811), as the baseline to
 * beat: logistic loss, pairwise penalties along lineage edges, strengths given rather than learned.
 */
@NullMarked
package org.eyrie.lrmf.trial.paper;

import org.jspecify.annotations.NullMarked;
