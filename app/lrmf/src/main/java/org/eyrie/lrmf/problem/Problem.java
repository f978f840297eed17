package org.eyrie.lrmf.problem;

/**
 * Everything a fit learns from.
 *
 * @param lineage who was made from whom
 * @param traits what else is known of the models
 * @param observations what was measured
 */
public record Problem(LineageGraph lineage, ModelTraits traits, Observations observations) {

    public Problem {
        if (traits.models() != lineage.models()) {
            throw new IllegalArgumentException(
                    "Traits of " + traits.models() + " models do not fit a graph of " + lineage.models());
        }
        for (int model : observations.model()) {
            Indices.check("model", model, lineage.models());
        }
    }
}
