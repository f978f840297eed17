package org.eyrie.sources.spi;

/**
 * Where a fact stands.
 *
 * @param input the file, address or part of a document, as the person who sent it would call it
 * @param line line in it, from one; zero where lines mean nothing
 */
public record Place(String input, long line) {

    /** A place that is found without a line number. */
    public static Place of(String input) {
        return new Place(input, 0);
    }

    @Override
    public String toString() {
        return line > 0 ? input + " line " + line : input;
    }
}
