package org.eyrie.engine.fit;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.model.BenchmarkId;

/**
 * What a fit learned of a further source of a benchmark's scores.
 *
 * @param source its name
 * @param benchmark on what
 * @param shift by how much it measures a usual model higher than the first source, in the unit of scores
 * @param models how many it measured
 */
public record SourceShift(String source, BenchmarkId benchmark, double shift, int models) {

    /** Of all further sources, benchmark by benchmark; none where every benchmark has one source. */
    public static List<SourceShift> of(FitContents contents) {
        Dictionary dictionary = contents.dictionary();
        List<SourceColumn> sources = dictionary.sources();
        if (sources.isEmpty()) {
            return List.of();
        }
        SharedPart shared = SharedPart.fromBytes(contents.learned().bytes());
        int first = dictionary.benchmarks().size();
        return IntStream.range(0, sources.size())
                .mapToObj(k -> new SourceShift(
                        sources.get(k).source(),
                        sources.get(k).benchmark(),
                        shared.shift(first + k),
                        shared.scores(first + k)))
                .toList();
    }
}
