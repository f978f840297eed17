package org.eyrie.program.effect;

import java.util.List;

/**
 * A merge's effect in few numbers.
 *
 * @param weights of each parent, by least squares over all tensors at once
 * @param explained share of the delta's squared norm that weights explain which may differ from group to group, 0 to 1
 * @param alike the same of {@code weights}, one for each parent throughout
 * @param changed share of the elements that differ from the base
 */
public record WholeEffect(List<Double> weights, double explained, double alike, double changed) {

    public WholeEffect {
        weights = List.copyOf(weights);
    }
}
