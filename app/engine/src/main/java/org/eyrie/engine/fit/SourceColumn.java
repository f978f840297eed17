package org.eyrie.engine.fit;

import org.eyrie.model.BenchmarkId;

/**
 * A column of a benchmark's scores as another source measured them than the one that most are of.
 *
 * @param benchmark on what
 * @param source its name
 */
public record SourceColumn(BenchmarkId benchmark, String source) {}
