package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;

/**
 * A search with its best candidates, how it went, and how its finalists did.
 *
 * @param best the likely best, at most 20
 * @param progress the best of each moment, in the order of what was spent
 * @param finals what was asked the test items, in the order in which it was settled; empty before that
 */
record SearchDetails(
        SearchView search, List<CandidateReport> best, List<SearchProgress> progress, List<FinalView> finals) {

    /**
     * A program that was asked the test items.
     *
     * @param role leader, finalist, best hand-made, or which parent it is
     * @param share of test items solved, mean over tasks, 0 to 1
     * @param lower of its interval of 95 %
     * @param upper of its interval of 95 %
     */
    record FinalView(String role, String program, String text, double share, double lower, double upper) {}

    static SearchDetails of(
            SearchView view,
            SearchReport report,
            List<SearchProgress> progress,
            List<Finalist> finalists,
            List<FinalScore> scores) {
        Map<String, FinalScore> known = new HashMap<>();
        scores.forEach(score -> known.put(score.program(), score));
        List<FinalView> finals = new ArrayList<>();
        for (Finalist finalist : finalists) {
            FinalScore score = known.get(finalist.program());
            if (score != null) {
                finals.add(view(finalist, score));
            }
        }
        return new SearchDetails(view, report.best(), progress, finals);
    }

    private static FinalView view(Finalist finalist, FinalScore score) {
        return new FinalView(
                finalist.role(), finalist.program(), finalist.text(), score.share(), score.lower(), score.upper());
    }
}
