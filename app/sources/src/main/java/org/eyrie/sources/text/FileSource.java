package org.eyrie.sources.text;

import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;

/** A source that is one input, and is called by its name. */
public abstract class FileSource implements Source {

    /** What is read; its name is the source's. */
    protected final Input input;

    protected FileSource(Input input) {
        this.input = input;
    }

    @Override
    public final String name() {
        return input.name();
    }

    @Override
    public final String origin() {
        return input.origin();
    }

    /** The input as a place, for what has no line. */
    protected final Place whole() {
        return Place.of(input.name());
    }
}
