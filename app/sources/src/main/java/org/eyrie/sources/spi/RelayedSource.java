package org.eyrie.sources.spi;

/** A source that stands in front of another and looks at, or changes, what that hands over; all else is as the other says. */
public interface RelayedSource extends Source {

    /** The other. */
    Source source();

    @Override
    default String name() {
        return source().name();
    }

    @Override
    default String origin() {
        return source().origin();
    }

    @Override
    default UnknownModels unknownModels() {
        return source().unknownModels();
    }

    @Override
    default boolean namesBenchmarks() {
        return source().namesBenchmarks();
    }
}
