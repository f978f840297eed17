package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a candidate.
 *
 * @param candidate its label
 * @param predicted weighted mean of the wanted benchmarks; null where one of them cannot be predicted, the warnings say why
 * @param chanceToBeBest probability that its true mean is the highest of all candidates, 0 to 1
 * @param bestParent the parent whose mean is highest; null where it has none
 * @param bestParentScore that mean, measured or, failing that, predicted; null where it has no parent
 * @param bestParentMeasured whether that mean was measured throughout
 * @param chanceToBeatBestParent probability that its true mean is higher than that of every parent, 0 to 1; null where it
 *     has none
 * @param turn its place among those to evaluate, from 1; null where it is not among them
 * @param warnings reasons for care that not all candidates have, for people
 */
public record ScreenedCandidate(
        String candidate,
        @Nullable Estimate predicted,
        double chanceToBeBest,
        @Nullable ModelId bestParent,
        @Nullable Double bestParentScore,
        boolean bestParentMeasured,
        @Nullable Double chanceToBeatBestParent,
        @Nullable Integer turn,
        List<String> warnings) {

    public ScreenedCandidate {
        warnings = List.copyOf(warnings);
    }
}
