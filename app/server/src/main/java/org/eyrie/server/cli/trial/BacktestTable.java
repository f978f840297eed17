package org.eyrie.server.cli.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eyrie.engine.trial.BacktestOutcome;
import org.eyrie.lrmf.trial.protocol.Averages;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.ColumnFigures;
import org.eyrie.lrmf.trial.protocol.Experiment;
import org.eyrie.lrmf.trial.protocol.Figures;
import org.eyrie.lrmf.trial.protocol.LateProtocol;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;

/** Figures of experiments with whole scores. */
final class BacktestTable {

    private BacktestTable() {}

    /** A row per predictor and way of averaging, and one per benchmark before them where that is wanted. */
    static Table of(BacktestOutcome outcome, boolean perBenchmark) {
        Table table = new Table(
                "protocol",
                "predictor",
                "benchmark",
                "pearson",
                "spearman",
                "rmse",
                "median_error",
                "coverage",
                "width",
                "cells",
                "seconds");
        for (Experiment experiment : outcome.experiments()) {
            for (BacktestResult result : experiment.results()) {
                if (perBenchmark) {
                    for (ColumnFigures column : result.columns()) {
                        row(table, result, benchmark(outcome, column.column()), column.figures());
                    }
                }
                Averages averages = result.averages();
                mean(table, result, "mean", averages.plain());
                mean(table, result, "weighted mean", averages.weighted());
                // Over cells of several benchmarks a correlation tells easy ones from hard ones, which anything can.
                row(table, result, "all cells", averages.pooled(), false);
            }
        }
        meansOfBlocks(table, outcome.late());
        return table;
    }

    /** Where several blocks of time were asked for, the mean of their means, a row per predictor. */
    private static void meansOfBlocks(Table table, List<Experiment> blocks) {
        int predictors = blocks.isEmpty() ? 0 : blocks.get(0).results().size();
        for (int k = 0; k < predictors; k++) {
            int predictor = k;
            List<BacktestResult> results = blocks.stream()
                    .map(block -> block.results().get(predictor))
                    .filter(result -> result.averages().plain() != null)
                    .toList();
            if (results.size() > 1) {
                BacktestResult first = results.get(0);
                double seconds =
                        results.stream().mapToDouble(BacktestResult::seconds).sum();
                Figures mean =
                        Figures.mean(results.stream().map(BacktestResult::mean).toList());
                String name = LateProtocol.LATE + ", mean of " + results.size() + " blocks";
                row(table, name, first.predictor(), "mean", mean, true, seconds);
            }
        }
    }

    private static String benchmark(BacktestOutcome outcome, int column) {
        return outcome.numbering().benchmark(column).value();
    }

    private static void mean(Table table, BacktestResult result, String name, @Nullable Figures figures) {
        if (figures != null) {
            row(table, result, name, figures);
        }
    }

    private static void row(Table table, BacktestResult result, String benchmark, Figures figures) {
        row(table, result, benchmark, figures, true);
    }

    private static void row(Table table, BacktestResult result, String benchmark, Figures figures, boolean ordered) {
        row(table, result.protocol(), result.predictor(), benchmark, figures, ordered, result.seconds());
    }

    private static void row(
            Table table,
            String protocol,
            String predictor,
            String benchmark,
            Figures figures,
            boolean ordered,
            double seconds) {
        table.row(
                protocol,
                predictor,
                benchmark,
                ordered ? figures.pearson() : null,
                ordered ? figures.spearman() : null,
                figures.rmse(),
                figures.medianError(),
                figures.coverage(),
                figures.width(),
                figures.n(),
                seconds);
    }

    /** What is not in the figures, a sentence per experiment and reason; none where everything is. */
    static List<String> leftOut(BacktestOutcome outcome) {
        List<String> sentences = new ArrayList<>();
        for (Experiment experiment : outcome.experiments()) {
            int unanswered = experiment.unanswered();
            if (unanswered > 0) {
                sentences.add(experiment.protocol() + ": " + unanswered + " of "
                        + (unanswered + experiment.cells().cells())
                        + " hidden scores are left out: there would be no prediction of them, for lack of evidence.");
            }
            List<Integer> without = experiment.withoutPart();
            if (!without.isEmpty()) {
                sentences.add(experiment.protocol() + ": fewer than " + ColumnFigures.FEWEST_CELLS
                        + " cells, so no part in the means over benchmarks: "
                        + without.stream()
                                .map(column -> benchmark(outcome, column))
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
        return sentences;
    }
}
