package org.eyrie.sources.spi;

import java.util.List;

/**
 * What an import has to do with the benchmarks of the graph. A benchmark is known where it had a score before.
 *
 * @param known how many benchmarks with scores in this import were known
 * @param created those that were not, by id
 * @param scores how many scores the import holds
 * @param evidence how many of them lie on benchmarks of which, this import included, {@value #ENOUGH} models or more have a
 *     score: a column with fewer says hardly anything of another
 */
public record BenchmarksMet(int known, List<String> created, long scores, long evidence) {

    /** Of how many models a benchmark needs scores to be evidence. */
    public static final int ENOUGH = 10;

    public BenchmarksMet {
        created = List.copyOf(created);
    }
}
