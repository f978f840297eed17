package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.engine.evidence.Evidence;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * A predicted score with what a person needs to judge it.
 *
 * @param measured the score itself where it was measured
 * @param predicted null where there is no evidence; the warnings say why. To be held against {@code measured} only where
 *     {@code leftOut} says that it was made without it
 * @param baseline mean of the measured parents, or else of models of the same architecture and size, or of all; null
 *     where the benchmark was not measured when the fit was made
 * @param evidence what the prediction rests on
 * @param leftOut whether the cell's own measurement was kept from the prediction
 * @param fit the fit it comes from
 * @param warnings reasons for care, for people
 */
public record Forecast(
        ModelId model,
        BenchmarkId benchmark,
        @Nullable Double measured,
        @Nullable Estimate predicted,
        @Nullable Double baseline,
        Evidence evidence,
        boolean leftOut,
        FitId fit,
        List<String> warnings) {

    public Forecast {
        warnings = List.copyOf(warnings);
    }
}
