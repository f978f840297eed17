package org.eyrie.sources.spi;

import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.Recipe;

/** Takes what a source finds, in the order it is found. */
public interface FactSink {

    /** Takes everything and keeps nothing. */
    FactSink NOWHERE = new Nowhere();

    /** A model, or more about one. */
    void model(Place place, Model model);

    /** An edge. */
    void derivation(Place place, Derivation derivation);

    /** A benchmark, or more about one. */
    void benchmark(Place place, Benchmark benchmark);

    /** A score. */
    void evaluation(Place place, Evaluation evaluation);

    /** How a merge was made. */
    void recipe(Place place, Recipe recipe);

    /** One row that is wrong; the rest of the input may be right. */
    void reject(Place place, String reason);

    /** Input that cannot be read to its end: nothing of the import may be written, whatever the options. */
    void refuse(Place place, String reason);

    /** A key or column with something in it that nobody reads. */
    void ignored(String key);

    /** Something that was accepted and that a person should know. */
    void note(Place place, String text);

    /**
     * How far the reading is; to be called often.
     *
     * @param done bytes, rows or pages, from zero
     * @param total of how many, -1 where unknown
     * @throws org.eyrie.model.CancelledException if the import was cancelled; the source lets it pass
     */
    void reached(long done, long total);
}
