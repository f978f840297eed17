package org.eyrie.server.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eyrie.engine.fit.FitContents;
import org.eyrie.engine.fit.ItemContents;
import org.eyrie.engine.fit.ItemNames;
import org.eyrie.engine.fit.SourceShift;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.ScoreStore;
import org.eyrie.server.out.Plural;

/**
 * What a person is told of a fit.
 *
 * @param upToDate whether nothing was new, and this is the fit that was there
 * @param models in the database
 * @param scores that it was made from
 * @param seconds that it took
 * @param itemByItem benchmarks that were learned item by item
 * @param sources what was learned of further sources of benchmarks
 */
record FitSummary(
        FitId fit,
        boolean upToDate,
        int models,
        int benchmarks,
        int scores,
        double seconds,
        long seed,
        String stopReason,
        double logLikelihood,
        List<Items> itemByItem,
        List<SourceShift> sources) {

    static FitSummary of(Fit fit, boolean upToDate, double seconds, ScoreStore store) {
        List<ScoreStore.Coverage> coverage = store.coverage();
        return new FitSummary(
                fit.id(),
                upToDate,
                coverage.stream().mapToInt(ScoreStore.Coverage::models).max().orElse(0),
                coverage.size(),
                coverage.stream().mapToInt(ScoreStore.Coverage::evaluated).sum(),
                seconds,
                fit.seed(),
                fit.stopReason(),
                fit.logLikelihood(),
                items(FitContents.of(fit).items()),
                SourceShift.of(FitContents.of(fit)));
    }

    private static List<Items> items(@org.jspecify.annotations.Nullable ItemContents contents) {
        List<Items> all = new ArrayList<>();
        if (contents != null) {
            ItemNames names = contents.names();
            for (int b = 0; b < names.benchmarks().size(); b++) {
                all.add(new Items(
                        names.benchmarks().get(b),
                        names.items().get(b),
                        names.models().get(b)));
            }
        }
        return all;
    }

    /** As lines. */
    String inWords() {
        String what = Plural.of(scores, "score") + " on " + Plural.of(benchmarks, "benchmark") + ", "
                + Plural.of(models, "model");
        StringBuilder words = new StringBuilder(
                upToDate
                        ? "Fit " + fit + " is up to date: nothing is new in " + what
                                + ". To fit all the same: eyrie fit" + " --force"
                        : String.format(
                                Locale.ROOT,
                                "Fit %s: %s after %.1f s, log-likelihood %.1f; %s",
                                fit,
                                stopReason.toLowerCase(Locale.ROOT),
                                seconds,
                                logLikelihood,
                                what));
        itemByItem.forEach(each -> words.append("\nItem by item: ").append(each));
        sources.forEach(each -> words.append("\nAnother source: ").append(inWords(each)));
        return words.toString();
    }

    // Such as: lm-evaluation-harness measures IFEval 0.102 lower (50 models)
    private static String inWords(SourceShift each) {
        return String.format(
                Locale.ROOT,
                "%s measures %s %.3f %s (%s)",
                each.source(),
                each.benchmark(),
                Math.abs(each.shift()),
                each.shift() < 0 ? "lower" : "higher",
                Plural.of(each.models(), "model"));
    }

    /** A benchmark that was learned item by item. */
    record Items(BenchmarkId benchmark, int items, int models) {

        @Override
        public String toString() {
            return benchmark + ", " + Plural.of(items, "item") + ", " + Plural.of(models, "model");
        }
    }
}
