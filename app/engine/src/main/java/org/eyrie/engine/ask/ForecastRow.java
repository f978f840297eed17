package org.eyrie.engine.ask;

import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * An answer among many.
 *
 * @param forecast null where there is no such model
 */
public record ForecastRow(
        ModelId model, BenchmarkId benchmark, @Nullable Forecast forecast) {}
