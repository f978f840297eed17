package org.eyrie.engine.fit;

import org.jspecify.annotations.Nullable;

/**
 * Categories of traits and their numbers: those of a dictionary in its order, and after them those that were met since.
 * A number that no category has is a mistake of whoever asks.
 */
public final class Categories {

    final Numbers<String> architectures;
    final Numbers<String> types;
    final Numbers<String> authors;
    final Numbers<String> precisions;
    final Numbers<String> series;
    final Numbers<String> methods;

    Categories(Dictionary dictionary) {
        architectures = new Numbers<>(dictionary.architectures());
        types = new Numbers<>(dictionary.types());
        authors = new Numbers<>(dictionary.authors());
        precisions = new Numbers<>(dictionary.precisions());
        series = new Numbers<>(dictionary.series());
        methods = new Numbers<>(dictionary.methods());
    }

    /** An architecture by its number, null for -1, which stands for unknown; so are the others. */
    public @Nullable String architecture(int number) {
        return architectures.name(number);
    }

    public @Nullable String type(int number) {
        return types.name(number);
    }

    public @Nullable String author(int number) {
        return authors.name(number);
    }

    public @Nullable String method(int number) {
        return methods.name(number);
    }

    public @Nullable String series(int number) {
        return series.name(number);
    }
}
