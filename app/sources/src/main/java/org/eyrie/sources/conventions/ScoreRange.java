package org.eyrie.sources.conventions;

import java.util.Optional;

/** What a score must be, and what people usually meant where it is not. */
public final class ScoreRange {

    private ScoreRange() {}

    /** What is wrong with a score; empty where it is between 0 and 1. */
    public static Optional<String> fault(double score) {
        if (score >= 0 && score <= 1) {
            return Optional.empty();
        }
        String fault = "score must be between 0 and 1, not " + score;
        if (score > 1 && score <= 100) {
            return Optional.of(fault + ": it looks like a percentage, divide by 100");
        }
        if (Double.isNaN(score)) {
            return Optional.of(fault + ": leave out what was not measured");
        }
        return Optional.of(fault);
    }
}
