package org.eyrie.sources.spi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.Fault;
import org.eyrie.model.WriteSummary;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param source what was read
 * @param number by which it is taken back, or null where it changed nothing
 * @param written facts created, unchanged and changed, per kind; stubs count as created
 * @param benchmarks which benchmarks the scores are on, and how many of them are evidence for others
 * @param rejected rows left out, in the order they were found, {@value #LISTED} at most
 * @param rejectedRows how many rows were left out in all
 * @param ignored keys or columns that nobody reads, with the number of times each held something, by key
 * @param notes things that were accepted and that a person should know, {@value #LISTED} at most
 * @param seconds wall time
 * @param dryRun whether nothing was written
 * @param arrivals what would come in, by model; none unless nothing was written
 */
public record ImportReport(
        String source,
        @Nullable Long number,
        WriteSummary written,
        BenchmarksMet benchmarks,
        List<Fault> rejected,
        long rejectedRows,
        Map<String, Long> ignored,
        List<Fault> notes,
        double seconds,
        boolean dryRun,
        List<Arrival> arrivals) {

    /** How many rejected rows and how many notes are listed; beyond that they are only counted. */
    public static final int LISTED = 10_000;

    public ImportReport {
        rejected = List.copyOf(rejected);
        ignored = java.util.Collections.unmodifiableMap(new TreeMap<>(ignored));
        notes = List.copyOf(notes);
        arrivals = List.copyOf(arrivals);
    }
}
