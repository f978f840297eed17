package org.eyrie.lrmf.outcomes;

/**
 * What a fit in chunks is told of the models besides their outcomes.
 *
 * @param covariates what skills are expected to be linear in
 * @param attached further numbers, as many for each model, which tasks find in their {@link ChunkState}
 */
@SuppressWarnings("ArrayRecordComponent") // read at once
public record ModelKnowledge(Covariates covariates, double[] attached) {}
