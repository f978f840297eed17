package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;

/**
 * What a planned model would score on a benchmark.
 *
 * @param predicted its score
 * @param bestParent the parent that is expected to score highest
 * @param bestParentScore that parent's score, measured or, failing that, predicted
 * @param bestParentMeasured whether it was measured
 * @param chanceToBeatBestParent probability that it scores higher than every parent, 0 to 1
 * @param relativesMeasured relatives within reach that were measured on the benchmark, parents included
 * @param fit the fit it comes from
 * @param traits what the model was taken to be like: what the plan says, then what was assumed, and why
 * @param warnings reasons for care, for people
 */
public record Plan(
        BenchmarkId benchmark,
        Estimate predicted,
        ModelId bestParent,
        double bestParentScore,
        boolean bestParentMeasured,
        double chanceToBeatBestParent,
        int relativesMeasured,
        FitId fit,
        List<PlannedTrait> traits,
        List<String> warnings) {

    public Plan {
        traits = List.copyOf(traits);
        warnings = List.copyOf(warnings);
    }
}
