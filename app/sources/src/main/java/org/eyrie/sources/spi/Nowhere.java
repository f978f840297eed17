package org.eyrie.sources.spi;

import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.Recipe;

/** Forgets everything. */
final class Nowhere implements FactSink {

    @Override
    public void model(Place place, Model model) {}

    @Override
    public void derivation(Place place, Derivation derivation) {}

    @Override
    public void benchmark(Place place, Benchmark benchmark) {}

    @Override
    public void evaluation(Place place, Evaluation evaluation) {}

    @Override
    public void recipe(Place place, Recipe recipe) {}

    @Override
    public void reject(Place place, String reason) {}

    @Override
    public void refuse(Place place, String reason) {}

    @Override
    public void ignored(String key) {}

    @Override
    public void note(Place place, String text) {}

    @Override
    public void reached(long done, long total) {}
}
