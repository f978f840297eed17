package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.SearchRecord;

/**
 * The best of a search when so much was spent.
 *
 * @param spent item evaluations
 * @param share raw share of the leader of that moment, 0 to 1
 * @param mean posterior mean of its share
 */
record SearchProgress(long spent, double share, double mean) {

    /** Points of a curve; each is a whole look at the record. */
    private static final int POINTS = 24;

    static List<SearchProgress> of(SearchRecord record) {
        List<SearchProgress> points = new ArrayList<>();
        int runs = record.runs().size();
        int last = 0;
        for (int point = 1; point <= POINTS; point++) {
            int count = (int) ((long) runs * point / POINTS);
            if (count > last) {
                last = count;
                SearchReport then = SearchReport.of(until(record, count), 1);
                CandidateReport leader = then.leader();
                if (leader != null) {
                    points.add(new SearchProgress(then.spent(), leader.share(), leader.mean()));
                }
            }
        }
        return points;
    }

    private static SearchRecord until(SearchRecord record, int runs) {
        return new SearchRecord(
                record.plan(),
                record.proposals(),
                record.orders(),
                record.runs().subList(0, runs),
                record.failures(),
                record.seconds(),
                record.state(),
                null);
    }
}
