package org.eyrie.engine.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Prediction.LeftOut;

/**
 * How predictions hold on one benchmark: each measured score against what is predicted without it.
 *
 * @param scores how many were compared
 * @param level share of truths that intervals are to hold
 * @param inside share of the scores that their intervals hold
 * @param error root of the mean squared error
 * @param bias mean of predicted less measured
 * @param width mean width of the intervals
 * @param bins scores in order of what was predicted, in up to ten groups of about one size
 */
public record CalibrationRow(
        BenchmarkId benchmark,
        int scores,
        double level,
        double inside,
        double error,
        double bias,
        double width,
        List<Bin> bins) {

    private static final int BINS = 10;

    /** Below, a group says nothing. */
    private static final int LEAST = 5;

    /**
     * A group of scores.
     *
     * @param predicted their mean prediction
     * @param measured their mean score
     * @param scores how many they are
     */
    public record Bin(double predicted, double measured, int scores) {}

    private record Pair(double measured, LeftOut predicted, double level) {

        boolean isInside() {
            return measured >= predicted.lower() && measured <= predicted.upper();
        }

        double error() {
            return predicted.mean() - measured;
        }
    }

    static List<CalibrationRow> of(List<Evaluation> scores, List<Prediction> predictions) {
        Map<ModelId, Map<BenchmarkId, Prediction>> predicted = new HashMap<>();
        predictions.forEach(each ->
                predicted.computeIfAbsent(each.model(), id -> new HashMap<>()).put(each.benchmark(), each));
        Map<BenchmarkId, List<Pair>> pairs = new TreeMap<>();
        for (Evaluation score : scores) {
            Prediction prediction =
                    predicted.getOrDefault(score.model(), Map.of()).get(score.benchmark());
            LeftOut without = prediction == null ? null : prediction.leftOut();
            if (prediction != null && without != null) {
                pairs.computeIfAbsent(score.benchmark(), id -> new ArrayList<>())
                        .add(new Pair(score.score(), without, prediction.level()));
            }
        }
        return pairs.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt((CalibrationRow row) -> -row.scores())
                        .thenComparing(CalibrationRow::benchmark))
                .toList();
    }

    private static CalibrationRow row(BenchmarkId benchmark, List<Pair> pairs) {
        double count = pairs.size();
        return new CalibrationRow(
                benchmark,
                pairs.size(),
                pairs.get(0).level(),
                pairs.stream().filter(Pair::isInside).count() / count,
                Math.sqrt(pairs.stream()
                                .mapToDouble(pair -> pair.error() * pair.error())
                                .sum()
                        / count),
                pairs.stream().mapToDouble(Pair::error).sum() / count,
                pairs.stream()
                                .mapToDouble(pair -> pair.predicted().upper()
                                        - pair.predicted().lower())
                                .sum()
                        / count,
                bins(pairs));
    }

    private static List<Bin> bins(List<Pair> pairs) {
        List<Pair> sorted = pairs.stream()
                .sorted(Comparator.comparingDouble(pair -> pair.predicted().mean()))
                .toList();
        int groups = Math.max(1, Math.min(BINS, sorted.size() / LEAST));
        List<Bin> bins = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            List<Pair> members = sorted.subList(group * sorted.size() / groups, (group + 1) * sorted.size() / groups);
            bins.add(new Bin(
                    members.stream()
                            .mapToDouble(pair -> pair.predicted().mean())
                            .average()
                            .orElse(0),
                    members.stream().mapToDouble(Pair::measured).average().orElse(0),
                    members.size()));
        }
        return bins;
    }
}
