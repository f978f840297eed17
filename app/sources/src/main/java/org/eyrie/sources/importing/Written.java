package org.eyrie.sources.importing;

import java.util.List;
import org.eyrie.model.WriteSummary;
import org.eyrie.sources.spi.Arrival;
import org.eyrie.sources.spi.BenchmarksMet;
import org.jspecify.annotations.Nullable;

/**
 * What an import put into the store.
 *
 * @param number by which it is taken back, or null where it changed nothing
 * @param sum facts created, unchanged and changed
 * @param met which benchmarks its scores are on
 * @param arrivals of a dry run, what would come in, by model
 */
record Written(@Nullable Long number, WriteSummary sum, BenchmarksMet met, List<Arrival> arrivals) {}
