package org.eyrie.engine.ask;

import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;

/**
 * A measured score beside what would be said of it had its model never been evaluated.
 *
 * @param measured 0 to 1
 * @param predicted from relatives and traits alone: without any of the model's own scores
 * @param parents mean of the same benchmark's scores of those of its parents that were measured, 0 to 1
 */
public record UnseenScore(ModelId model, BenchmarkId benchmark, double measured, Estimate predicted, double parents) {}
