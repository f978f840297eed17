package org.eyrie.sources.spi;

import java.io.IOException;

/** Something that models, lineage or scores are imported from. */
public interface Source {

    /** What is read, for messages, such as {@code scores.csv}. */
    String name();

    /**
     * What is read, so that it is told apart from all else that is called the same, such as {@code /runs/a/scores.csv}. Facts
     * are recorded to be from there.
     */
    default String origin() {
        return name();
    }

    /**
     * Hands over everything, from the beginning. Called once to check and once to write, therefore it yields the
     * same facts in the same order each time.
     *
     * @throws UnreadableException if the input ends or breaks where it must not
     * @throws IOException if the input cannot be read for another reason
     */
    void read(FactSink sink) throws IOException;

    /** What happens to an edge or a score of a model that nobody names. */
    default UnknownModels unknownModels() {
        return UnknownModels.BECOME_STUBS;
    }

    /** Whether a person chose the ids of its benchmarks, so that they stay as they are. */
    default boolean namesBenchmarks() {
        return false;
    }
}
