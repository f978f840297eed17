package org.eyrie.model;

/**
 * One thing that is wrong with some input.
 *
 * @param where a place the sender can find, such as {@code line 12} or {@code parents[0].weight}
 * @param reason what is wrong and what would be right
 */
public record Fault(String where, String reason) {

    @Override
    public String toString() {
        return where + ": " + reason;
    }
}
