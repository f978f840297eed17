package org.eyrie.server.cli.develop;

import java.util.Locale;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.out.ProgressBar;

/** The progress of a search as a person waits for it: items spent, how many a second, and how long it will take. */
final class SpendingBar {

    private final ProgressBar bar;
    private final long budget;
    private final long before;
    private final long startedAt = System.nanoTime();

    SpendingBar(ProgressBar bar, SearchRecord record) {
        this.bar = bar;
        this.budget = record.plan().settings().budget().items();
        this.before = record.spent();
    }

    /** As the loop tells it: items that were spent, of the budget. */
    void at(String step, long done, long total) {
        if (total != budget) {
            bar.at(step, done, total);
            return;
        }
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        double rate = (done - before) / seconds;
        String pace = rate > 0
                ? String.format(Locale.ROOT, ", %.0f a second, %s left", rate, left((budget - done) / rate))
                : "";
        bar.at(step + ", " + done + " of " + budget + " items" + pace, done, total);
    }

    private static String left(double seconds) {
        return seconds < 90 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }
}
