package org.eyrie.sources.huggingface;

import java.util.HashSet;
import java.util.Set;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.OtherSink;
import org.eyrie.sources.spi.Place;

/**
 * Passes on scores of one model, each benchmark's first one: people report the same benchmark twice, from two runs,
 * and that must not keep the model out. What else a card says of the model is known from the Hub already.
 */
final class FirstScores extends OtherSink {

    private final FactSink sink;
    private final Set<BenchmarkId> seen = new HashSet<>();

    FirstScores(FactSink sink) {
        super(sink);
        this.sink = sink;
    }

    @Override
    public void model(Place place, Model model) {}

    @Override
    public void benchmark(Place place, Benchmark benchmark) {
        if (!seen.contains(benchmark.id())) {
            sink.benchmark(place, benchmark);
        }
    }

    @Override
    public void evaluation(Place place, Evaluation evaluation) {
        if (seen.add(evaluation.benchmark())) {
            sink.evaluation(place, evaluation);
        } else {
            sink.note(place, evaluation.benchmark() + " stands twice, the first one counts");
        }
    }
}
