package org.eyrie.sources.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.Recipe;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.jspecify.annotations.Nullable;

/**
 * A source behind a network: asked once, repeated from memory from then on. A server is thus spared the second
 * reading, and what is written is what was checked.
 */
public final class OnceFetched implements Source {

    /** Fetches everything; may be called again after it failed. */
    @FunctionalInterface
    public interface Fetch {
        void into(FactSink sink) throws IOException;
    }

    private final String name;
    private final Fetch fetch;
    private @Nullable List<Consumer<FactSink>> fetched;

    public OnceFetched(String name, Fetch fetch) {
        this.name = name;
        this.fetch = fetch;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        List<Consumer<FactSink>> facts = fetched;
        if (facts == null) {
            List<Consumer<FactSink>> recording = new ArrayList<>();
            fetch.into(new Recorder(recording, sink));
            fetched = recording;
        } else {
            facts.forEach(fact -> fact.accept(sink));
        }
    }

    /** Passes everything on and keeps it; progress is passed on only. */
    private record Recorder(List<Consumer<FactSink>> tape, FactSink sink) implements FactSink {

        private void keep(Consumer<FactSink> fact) {
            tape.add(fact);
            fact.accept(sink);
        }

        @Override
        public void model(Place place, Model model) {
            keep(to -> to.model(place, model));
        }

        @Override
        public void derivation(Place place, Derivation derivation) {
            keep(to -> to.derivation(place, derivation));
        }

        @Override
        public void benchmark(Place place, Benchmark benchmark) {
            keep(to -> to.benchmark(place, benchmark));
        }

        @Override
        public void evaluation(Place place, Evaluation evaluation) {
            keep(to -> to.evaluation(place, evaluation));
        }

        @Override
        public void recipe(Place place, Recipe recipe) {
            keep(to -> to.recipe(place, recipe));
        }

        @Override
        public void reject(Place place, String reason) {
            keep(to -> to.reject(place, reason));
        }

        @Override
        public void refuse(Place place, String reason) {
            keep(to -> to.refuse(place, reason));
        }

        @Override
        public void ignored(String key) {
            keep(to -> to.ignored(key));
        }

        @Override
        public void note(Place place, String text) {
            keep(to -> to.note(place, text));
        }

        @Override
        public void reached(long done, long total) {
            sink.reached(done, total);
        }
    }
}
