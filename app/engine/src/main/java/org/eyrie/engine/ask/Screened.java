package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.FitId;

/**
 * Which candidates to evaluate, and what is expected of all.
 *
 * @param evaluate labels of those to evaluate, most useful first: cut off anywhere, it is the choice for that budget
 * @param expectedBest expected true mean of the one that looks best once these were evaluated, 0 to 1
 * @param expectedOfHighestMeans the same if those with the highest predicted means were evaluated instead
 * @param expectedAtRandom the same if as many were evaluated that are drawn at random
 * @param expectedOfAll the same if all were evaluated
 * @param candidates highest predicted mean first, those without prediction last
 * @param fit the fit it comes from
 * @param warnings reasons for care that all candidates have, for people
 */
public record Screened(
        List<String> evaluate,
        double expectedBest,
        double expectedOfHighestMeans,
        double expectedAtRandom,
        double expectedOfAll,
        List<ScreenedCandidate> candidates,
        FitId fit,
        List<String> warnings) {

    public Screened {
        evaluate = List.copyOf(evaluate);
        candidates = List.copyOf(candidates);
        warnings = List.copyOf(warnings);
    }
}
