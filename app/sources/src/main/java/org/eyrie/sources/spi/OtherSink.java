package org.eyrie.sources.spi;

import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.Recipe;

/** Passes everything on; whoever extends it takes aside what it is after. */
public abstract class OtherSink implements FactSink {

    private final FactSink next;

    protected OtherSink(FactSink next) {
        this.next = next;
    }

    @Override
    public void model(Place place, Model model) {
        next.model(place, model);
    }

    @Override
    public void derivation(Place place, Derivation derivation) {
        next.derivation(place, derivation);
    }

    @Override
    public void benchmark(Place place, Benchmark benchmark) {
        next.benchmark(place, benchmark);
    }

    @Override
    public void evaluation(Place place, Evaluation evaluation) {
        next.evaluation(place, evaluation);
    }

    @Override
    public void recipe(Place place, Recipe recipe) {
        next.recipe(place, recipe);
    }

    @Override
    public void reject(Place place, String reason) {
        next.reject(place, reason);
    }

    @Override
    public void refuse(Place place, String reason) {
        next.refuse(place, reason);
    }

    @Override
    public void ignored(String key) {
        next.ignored(key);
    }

    @Override
    public void note(Place place, String text) {
        next.note(place, text);
    }

    @Override
    public void reached(long done, long total) {
        next.reached(done, total);
    }
}
