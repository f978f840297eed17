package org.eyrie.weights;

import java.io.Serializable;

/**
 * One thing that is wrong.
 *
 * @param where a file, or a file and a tensor
 * @param reason what is wrong and what would help
 */
public record WeightsFault(String where, String reason) implements Serializable {

    @Override
    public String toString() {
        return where + ": " + reason;
    }
}
