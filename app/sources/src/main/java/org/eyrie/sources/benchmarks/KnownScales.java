package org.eyrie.sources.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ScoreStore;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.jspecify.annotations.Nullable;

/**
 * What the benchmark map and the graph know of the scores on a data set. The graph is asked once for each, so that what an
 * import writes does not change how it reads.
 */
public final class KnownScales implements ScaleEvidence {

    /** How many scores of a benchmark are looked at, the best first. */
    private static final int LOOKED_AT = 100;

    private final BenchmarkMap map;
    private final @Nullable ScoreStore scores;
    private final Map<String, List<Double>> asked = new HashMap<>();
    private @Nullable List<Benchmark> stored;

    private KnownScales(BenchmarkMap map, @Nullable ScoreStore scores) {
        this.map = map;
        this.scores = scores;
    }

    /** What the map that comes with the program knows. */
    public static KnownScales shipped() {
        return new KnownScales(BenchmarkMap.shipped(), null);
    }

    /** What that map and the graph know. */
    public static KnownScales of(ScoreStore scores) {
        return new KnownScales(BenchmarkMap.shipped(), scores);
    }

    @Override
    public boolean isShare(String dataset) {
        return map.knows(spelling(dataset));
    }

    @Override
    public List<Double> scores(String dataset) {
        ScoreStore store = scores;
        return store == null
                ? List.of()
                : asked.computeIfAbsent(spelling(dataset).key(), key -> ask(store, dataset));
    }

    private List<Double> ask(ScoreStore store, String dataset) {
        Spelling wanted = spelling(dataset);
        return stored(store).stream()
                .filter(benchmark -> isOn(benchmark, wanted))
                .flatMap(benchmark -> store.best(benchmark.id(), null, LOOKED_AT).stream())
                .map(Evaluation::score)
                .toList();
    }

    private List<Benchmark> stored(ScoreStore store) {
        List<Benchmark> known = stored;
        if (known == null) {
            known = store.benchmarks();
            stored = known;
        }
        return known;
    }

    private boolean isOn(Benchmark benchmark, Spelling wanted) {
        BenchmarkFamily family = map.family(wanted);
        return Stream.of(benchmark.setup().task(), benchmark.id().value())
                .filter(Objects::nonNull)
                .map(KnownScales::spelling)
                .anyMatch(
                        name -> name.key().equals(wanted.key()) || (family != null && family.equals(map.family(name))));
    }

    private static Spelling spelling(String dataset) {
        return Spelling.of(dataset, EvaluationSetup.UNKNOWN);
    }
}
