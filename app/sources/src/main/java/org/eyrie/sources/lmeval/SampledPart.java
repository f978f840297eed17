package org.eyrie.sources.lmeval;

import org.eyrie.model.Evaluation;
import org.eyrie.model.Outcomes;
import org.jspecify.annotations.Nullable;

/** Which items samples are of, beside a score. */
enum SampledPart {
    /** Of all that the score is of, or of some of them that have names: the score stays. */
    NONE,
    /** Of the items that were run, a part of the benchmark, by their names: the score is theirs. */
    CHOSEN,
    /** Of some items, and nothing says of which. */
    UNKNOWN;

    private static final double SAME = 1e-6;

    /**
     * Versions 0.4.9 to 0.4.11 count all items of a task even where they ran chosen ones; what gives those runs away is
     * a standard error that is that of so few items as there are samples. Otherwise the file of samples was cut short.
     *
     * @param partial whether a part of the items was run, by what the results say
     * @param known the score of the same metric, if there is one
     */
    static SampledPart of(boolean partial, @Nullable Evaluation known, Outcomes outcomes) {
        boolean named = outcomes.names() != null;
        if (partial) {
            return named ? CHOSEN : UNKNOWN;
        }
        if (known == null || known.items() == null || outcomes.seen() >= known.items()) {
            return NONE;
        }
        if (!named) {
            return UNKNOWN;
        }
        return isOfThese(known, outcomes) ? CHOSEN : NONE;
    }

    private static boolean isOfThese(Evaluation known, Outcomes outcomes) {
        Double stderr = known.stderr();
        double share = outcomes.share();
        double expected = Math.sqrt(share * (1 - share) / (outcomes.seen() - 1));
        return outcomes.makeUp(known.score()) && stderr != null && expected > 0 && Math.abs(stderr - expected) < SAME;
    }
}
