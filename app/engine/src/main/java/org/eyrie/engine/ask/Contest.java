package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.lrmf.choice.BatchChoice;
import org.eyrie.lrmf.choice.Standing;
import org.eyrie.lrmf.posterior.MeanPrediction;
import org.eyrie.lrmf.posterior.ScoreDraws;
import org.eyrie.lrmf.posterior.WantedColumns;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Candidates of one solved family against one another. */
final class Contest {

    private final SolvedFamily solved;
    private final ScreeningQuestion question;
    private final WantedColumns wanted;
    private final List<Entrant> entrants = new ArrayList<>();
    private final List<ScreenedCandidate> unpredicted = new ArrayList<>();
    private final Set<String> commonWarnings = new LinkedHashSet<>();

    /** A candidate that can be predicted. */
    private record Entrant(String label, int row, MeanPrediction predicted, List<String> warnings) {}

    /** A parent and its mean on what is wanted. */
    private record Rival(ModelId model, double score, boolean measured) {}

    Contest(SolvedFamily solved, ScreeningQuestion question, Map<Candidate, PlannedChild> planned) {
        this.solved = solved;
        this.question = question;
        this.wanted = solved.wanted(question.benchmarks());
        Forecasts forecasts = new Forecasts(solved);
        for (Candidate candidate : question.candidates()) {
            enter(candidate, planned.get(candidate), forecasts);
        }
        shareWarnings();
    }

    private void enter(Candidate candidate, @Nullable PlannedChild planned, Forecasts forecasts) {
        ModelId id = planned != null ? planned.model().id() : candidate.model();
        int row = solved.numbering().row(Objects.requireNonNull(id)).orElseThrow();
        Set<String> warnings = new LinkedHashSet<>();
        boolean predicted = true;
        for (BenchmarkId benchmark : question.benchmarks().keySet()) {
            Forecast forecast = forecasts.of(solved.models().get(row), benchmark, false);
            predicted &= forecast.predicted() != null;
            warnings.addAll(planned != null ? WhatIf.warnings(planned, solved, forecast) : forecast.warnings());
            if (forecast.measured() != null && solved.partialRun(id, benchmark) == null) {
                warnings.add("It was measured on " + benchmark + " already: " + forecast.measured() + ".");
            }
        }
        if (predicted) {
            MeanPrediction mean = solved.posterior().predictMean(row, wanted, IntervalLevel.USUAL);
            entrants.add(new Entrant(candidate.label(), row, mean, new ArrayList<>(warnings)));
        } else {
            unpredicted.add(new ScreenedCandidate(
                    candidate.label(), null, 0, null, null, false, null, null, List.copyOf(warnings)));
        }
    }

    /** What all of several entrants are warned of is said once. */
    private void shareWarnings() {
        if (entrants.size() < 2) {
            return;
        }
        commonWarnings.addAll(entrants.get(0).warnings());
        entrants.forEach(entrant -> commonWarnings.retainAll(new HashSet<>(entrant.warnings())));
        entrants.forEach(entrant -> entrant.warnings().removeAll(commonWarnings));
    }

    /** Whether no candidate can be predicted. */
    boolean isEmpty() {
        return entrants.isEmpty();
    }

    Screened held(Progress progress) {
        int count = entrants.size();
        int[] rows = IntStream.concat(entrants.stream().mapToInt(Entrant::row), parentRows())
                .distinct()
                .toArray();
        Map<Integer, Integer> place = new LinkedHashMap<>();
        for (int k = 0; k < rows.length; k++) {
            place.put(rows[k], k);
        }
        ScoreDraws draws = solved.posterior().draws(rows, wanted, progress);
        ScoreDraws own = draws.first(count);
        double[] mean = entrants.stream()
                .mapToDouble(entrant -> entrant.predicted().mean())
                .toArray();
        BatchChoice batch = BatchChoice.of(own, mean, question.budget());
        double[] best = Standing.chancesToBeBest(own, IntStream.range(0, count).toArray());
        Integer[] turn = new Integer[count];
        for (int k = 0; k < batch.chosen().length; k++) {
            turn[batch.chosen()[k]] = k + 1;
        }
        List<ScreenedCandidate> candidates = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            candidates.add(screened(k, best[k], turn[k], draws, place));
        }
        candidates.sort(Comparator.comparingDouble(Contest::descendingMean));
        candidates.addAll(unpredicted);
        return new Screened(
                Arrays.stream(batch.chosen())
                        .mapToObj(k -> entrants.get(k).label())
                        .toList(),
                batch.expectedBest(),
                batch.ofBestMeans(),
                batch.ofRandom(),
                batch.ofAll(),
                candidates,
                solved.fit().fit().id(),
                List.copyOf(commonWarnings));
    }

    private static double descendingMean(ScreenedCandidate candidate) {
        Estimate predicted = candidate.predicted();
        return predicted == null ? 0 : -predicted.mean();
    }

    private IntStream parentRows() {
        return entrants.stream()
                .flatMapToInt(entrant -> Arrays.stream(solved.posterior().parents(entrant.row())));
    }

    private ScreenedCandidate screened(
            int k, double chanceToBeBest, @Nullable Integer turn, ScoreDraws draws, Map<Integer, Integer> place) {
        Entrant entrant = entrants.get(k);
        int[] parents = solved.posterior().parents(entrant.row());
        MeanPrediction mean = entrant.predicted();
        Rival rival = Arrays.stream(parents)
                .mapToObj(this::rival)
                .max(Comparator.comparingDouble(Rival::score))
                .orElse(null);
        int[] others = Arrays.stream(parents).map(place::get).toArray();
        return new ScreenedCandidate(
                entrant.label(),
                new Estimate(mean.mean(), mean.lower(), mean.upper(), mean.level()),
                chanceToBeBest,
                rival == null ? null : rival.model(),
                rival == null ? null : rival.score(),
                rival != null && rival.measured(),
                rival == null ? null : Standing.chanceToBeat(draws, k, others),
                turn,
                entrant.warnings());
    }

    private Rival rival(int row) {
        ModelId id = solved.models().get(row).id();
        double sum = 0;
        boolean measured = true;
        int j = 0;
        for (BenchmarkId benchmark : question.benchmarks().keySet()) {
            Double score = solved.score(id, benchmark);
            measured &= score != null;
            double value = score != null
                    ? score
                    : solved.estimate(row, wanted.column()[j], false).mean();
            sum += wanted.weight()[j++] * value;
        }
        return new Rival(id, sum, measured);
    }
}
