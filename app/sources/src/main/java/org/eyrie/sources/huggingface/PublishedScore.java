package org.eyrie.sources.huggingface;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eyrie.model.EvaluationSetup;
import org.jspecify.annotations.Nullable;

/**
 * A score as somebody published it, as a share or a percentage.
 *
 * @param field where it stands, for evidence
 * @param group what is published together, and so on one scale
 * @param value from 0 to 1, or from 0 to 100
 * @param date when it was measured, or null
 */
record PublishedScore(
        String field,
        String group,
        EvaluationSetup setup,
        double value,
        @Nullable Instant date) {

    /** The groups of percentages: those in which any score is above 1. A lone 0.9 is a share. */
    static Set<String> percentages(List<PublishedScore> scores) {
        Set<String> groups = new TreeSet<>();
        for (PublishedScore score : scores) {
            if (score.value() > 1 && score.value() <= 100) {
                groups.add(score.group());
            }
        }
        return groups;
    }
}
