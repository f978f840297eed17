package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.searching.KnownReports;

/**
 * The best of a search when so much was spent.
 *
 * @param spent item evaluations
 * @param share raw share of the leader of that moment, 0 to 1
 * @param mean its likely share, by which the search ranked it
 */
record SearchProgress(long spent, double share, double mean) {

    /** Points of a curve at most; each is a whole look at the record. */
    private static final int POINTS = 24;

    /** At steps that stay where they are while a search goes on, until there are twice as many. */
    static List<SearchProgress> of(SearchRecord record, KnownReports reports) {
        List<SearchProgress> points = new ArrayList<>();
        int runs = record.runs().size();
        int step = 1;
        while (runs / step >= POINTS) {
            step *= 2;
        }
        for (int count = step; count < runs; count += step) {
            add(points, record, count, reports);
        }
        if (runs > 0) {
            add(points, record, runs, reports);
        }
        return points;
    }

    private static void add(List<SearchProgress> points, SearchRecord record, int runs, KnownReports reports) {
        reports.after(record, runs)
                .ifPresent(then -> points.add(new SearchProgress(
                        then.spent(), then.leader().share(), then.leader().mean())));
    }
}
