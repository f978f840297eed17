package org.eyrie.server.cli.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eyrie.engine.trial.ItemBacktesting;
import org.eyrie.lrmf.items.ColdOrInformed;
import org.eyrie.lrmf.items.ItemLoss;
import org.eyrie.lrmf.items.ItemTrial;
import org.eyrie.server.out.Table;

/** Figures of the experiment with items. */
final class ItemBacktestTable {

    /** Two points of a score in percent. */
    private static final double WANTED = 0.02;

    private ItemBacktestTable() {}

    /** A row per benchmark, standing, way of choosing and number of items; losses where no item was seen yet. */
    static Table of(ItemBacktesting.Outcome outcome) {
        Table table = new Table(
                "protocol",
                "benchmark",
                "known",
                "choice",
                "items",
                "rmse",
                "coverage",
                "width",
                "models",
                "log_loss",
                "item_mean_log_loss",
                "calibration_gap");
        for (ItemTrial trial : outcome.figures().trials()) {
            Optional<ItemLoss> loss = outcome.figures().losses().stream()
                    .filter(each -> trial.observed() == 0
                            && each.benchmark() == trial.benchmark()
                            && each.standing() == trial.standing())
                    .findFirst();
            table.row(
                    "items",
                    outcome.benchmarks().get(trial.benchmark()),
                    known(trial.standing()),
                    choice(trial.chosen()),
                    trial.observed(),
                    trial.rmse(),
                    trial.coverage(),
                    trial.width(),
                    trial.models(),
                    loss.map(ItemLoss::logLoss).orElse(null),
                    loss.map(ItemLoss::baseline).orElse(null),
                    loss.map(ItemLoss::gap).orElse(null));
        }
        return table;
    }

    private static String known(ColdOrInformed standing) {
        return switch (standing) {
            case COLD -> "no score";
            case INFORMED -> "other scores";
        };
    }

    private static String choice(boolean chosen) {
        return chosen ? "chosen" : "random";
    }

    /** How many items an error of two points takes, a sentence per benchmark and standing. */
    static List<String> needed(ItemBacktesting.Outcome outcome) {
        List<String> sentences = new ArrayList<>();
        for (int b = 0; b < outcome.benchmarks().size(); b++) {
            for (ColdOrInformed standing : ColdOrInformed.values()) {
                sentences.add(String.format(
                        Locale.ROOT,
                        "%s, %s known: an error of two points takes %s items at random, %s chosen",
                        outcome.benchmarks().get(b),
                        known(standing),
                        needed(outcome.figures().trials(), b, standing, false),
                        needed(outcome.figures().trials(), b, standing, true)));
            }
        }
        return sentences;
    }

    /** Between two numbers that were tried the error falls about linearly in the logarithm. */
    private static String needed(List<ItemTrial> trials, int benchmark, ColdOrInformed standing, boolean chosen) {
        ItemTrial before = null;
        for (ItemTrial trial : trials) {
            if (trial.benchmark() != benchmark || trial.standing() != standing || trial.chosen() != chosen) {
                continue;
            }
            if (trial.rmse() <= WANTED) {
                if (before == null) {
                    return String.valueOf(trial.observed());
                }
                double share = (before.rmse() - WANTED) / (before.rmse() - trial.rmse());
                double low = Math.log1p(before.observed());
                return String.valueOf(Math.round(Math.expm1(low + share * (Math.log1p(trial.observed()) - low))));
            }
            before = trial;
        }
        return before == null ? "no" : "more than " + before.observed();
    }
}
