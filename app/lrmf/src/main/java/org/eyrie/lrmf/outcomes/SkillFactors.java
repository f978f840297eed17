package org.eyrie.lrmf.outcomes;

import java.io.Serializable;

/** Factors of models, as they are handed from sweep to sweep. */
public final class SkillFactors implements Serializable {

    static final SkillFactors NONE = new SkillFactors(new Factors(0, new PaddedRank(1)));

    private final Factors factors;

    SkillFactors(Factors factors) {
        this.factors = factors;
    }

    Factors get() {
        return factors;
    }

    /** What is known of a model's skills. */
    public SkillPosterior posterior(int model, OutcomeShared shared) {
        return factors.posterior(model, shared.columns());
    }

    /** Number k of a model's skills. */
    public double skill(int model, int k) {
        return factors.get(model, k);
    }
}
