package org.eyrie.server.screening;

import java.util.List;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's weights would say of it.
 *
 * @param candidate its label
 * @param parents whose changes were looked for in it
 * @param weights how much of each parent's change it would have, by least squares over all tensors
 * @param explained share of what it would change that weights of parents explain, 0 to 1
 * @param mean what is foretold of its mean on what is wanted, from evaluated merges of the same parents; null where those are
 *     too few
 * @param sd standard deviation of that for the true mean; null with it
 * @param siblings how many evaluated models of these parents it was foretold from
 * @param turn its place among those to evaluate by this alone, from 1; null where it is not among them
 * @param twin a candidate with a turn that would be the same model but for noise; null where there is none
 */
public record EffectJudgement(
        String candidate,
        List<ModelId> parents,
        List<Double> weights,
        double explained,
        @Nullable Double mean,
        @Nullable Double sd,
        int siblings,
        @Nullable Integer turn,
        @Nullable String twin) {}
