package org.eyrie.server.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to predict.
 *
 * @param models whose scores, 1 to 1,000
 * @param benchmarks on what; all where it is missing
 * @param leaveOut whether a cell's own measurement is kept from its prediction; true where it is missing
 */
record PredictionRequest(
        @Nullable List<String> models,
        @Nullable List<String> benchmarks,
        @Nullable Boolean leaveOut) {}
