/**
 * The published form of lineage-regularised matrix factorisation (Tamura et al., arXiv 2504.19811), as the baseline to
 * beat: logistic loss, pairwise penalties along lineage edges, strengths given rather than learned.
 *
 * <ol>
 *   <li>{@link org.eyrie.lrmf.trial.paper.PaperFit} draws a start and sweeps.
 *   <li>{@code PaperModelStep} solves for all models at once, on the lineage's {@link org.eyrie.lrmf.field.Laplacian}.
 *   <li>{@code PaperColumnStep} solves column by column.
 *   <li>{@code Objective} says whether that was enough, and the {@link org.eyrie.lrmf.trial.paper.Factorization} stands.
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.trial.paper;

import org.jspecify.annotations.NullMarked;
