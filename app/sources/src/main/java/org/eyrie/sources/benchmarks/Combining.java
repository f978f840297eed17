package org.eyrie.sources.benchmarks;

import java.util.List;

/** How the score of a benchmark is made from those of its parts. All are shares, 0 to 1. */
enum Combining {
    /** The plain mean: every part counts alike, however many items it has. */
    MEAN,

    /** The share of all items: every item counts alike. */
    SHARE,

    /** One part, rescaled so that chance is 0; what was below chance was cut off there. */
    NORMALISED;

    /** A part's score and how many items it has, which only {@link #SHARE} asks for. */
    record Scored(double score, double items) {}

    /** @param chance of a right guess, 0 up to 1 excluded; counts where the part is rescaled */
    double of(List<Scored> parts, double chance) {
        return switch (this) {
            case MEAN -> parts.stream().mapToDouble(Scored::score).average().orElseThrow();
            case SHARE ->
                parts.stream().mapToDouble(part -> part.score() * part.items()).sum()
                        / parts.stream().mapToDouble(Scored::items).sum();
            case NORMALISED -> raw(parts.get(0).score(), chance);
        };
    }

    /** A score between chance and 1, out of one rescaled to 0 to 1. */
    static double raw(double normalised, double chance) {
        return chance + normalised * (1 - chance);
    }

    /** A score rescaled so that chance is 0 and what lies below it too. */
    static double normalised(double raw, double chance) {
        return Math.max(0, (raw - chance) / (1 - chance));
    }
}
